// Runs in the reader's browser. Without it the report is complete; with it the table can be searched and sorted.
;(() => {
  const table = /** @type {HTMLTableElement} */ (document.getElementById('series'))
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0])
  const search = /** @type {HTMLInputElement} */ (document.getElementById('search'))
  const service = /** @type {HTMLSelectElement} */ (document.getElementById('service'))
  const gatedOnly = /** @type {HTMLInputElement} */ (document.getElementById('gated-only'))
  const shown = /** @type {HTMLElement} */ (document.getElementById('shown'))
  const rows = [...body.rows].map((row) => ({ row, text: (row.textContent ?? '').toLowerCase() }))

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/)
    let count = 0
    for (const { row, text } of rows) {
      const isShown =
        words.every((word) => text.includes(word)) &&
        (service.value === '' || row.cells[0]?.textContent === service.value) &&
        (!gatedOnly.checked || row.hasAttribute('data-gated'))
      row.hidden = !isShown
      if (isShown) count += 1
    }
    shown.textContent = `${count} of ${rows.length} series`
  }

  /** @param {HTMLTableCellElement | undefined} cell */
  function keyOf(cell) {
    const value = cell?.dataset.v
    if (value === undefined) return cell?.textContent ?? ''
    return value === '' ? null : Number(value)
  }

  /**
   * Numbers by size and texts by letter; what is not known comes last in both directions.
   * @param {string | number | null} left
   * @param {string | number | null} right
   * @param {number} direction
   */
  function compare(left, right, direction) {
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'en', { numeric: true })
    return order * direction
  }

  /** @param {HTMLTableCellElement} header */
  function sort(header) {
    const isAscending = header.getAttribute('aria-sort') !== 'ascending'
    for (const other of header.parentElement?.children ?? []) other.removeAttribute('aria-sort')
    header.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending')
    const keyed = rows.map(({ row }) => ({ row, key: keyOf(row.cells[header.cellIndex]) }))
    keyed.sort((left, right) => compare(left.key, right.key, isAscending ? 1 : -1))
    body.append(...keyed.map(({ row }) => row))
  }

  for (const header of table.tHead?.rows[0]?.cells ?? []) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = header.textContent
    button.addEventListener('click', () => sort(header))
    header.replaceChildren(button)
  }
  for (const control of [search, service, gatedOnly]) control.addEventListener('input', filter)
  for (const link of document.querySelectorAll('a[data-service]')) {
    link.addEventListener('click', () => {
      service.value = link.getAttribute('data-service') ?? ''
      search.value = ''
      gatedOnly.checked = false
      filter()
    })
  }
  filter()
  const tools = document.querySelector('.tools')
  if (tools !== null) tools.removeAttribute('hidden')

  // A link to a folded service opens it, and paper has no folds.
  const folds = [...document.querySelectorAll('details')]
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
  }
  addEventListener('hashchange', openTarget)
  openTarget()
  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener('beforeprint', () => {
    opened = folds.filter((fold) => !fold.open)
    for (const fold of opened) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false
  })
})()
