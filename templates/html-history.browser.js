// Runs in the reader's browser. Without it the page is complete; with it services and series can be searched.
;(() => {
  const search = /** @type {HTMLInputElement} */ (document.getElementById('search'))
  const shown = /** @type {HTMLElement} */ (document.getElementById('shown'))
  const folds = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.service'))]
  const services = folds.map((fold) => ({
    fold,
    wasOpen: fold.open,
    name: (fold.querySelector('summary')?.textContent ?? '').toLowerCase(),
    overview: /** @type {HTMLElement | null} */ (document.querySelector(`tr[data-service="${fold.id}"]`)),
    rows: [.../** @type {NodeListOf<HTMLTableRowElement>} */ (fold.querySelectorAll('tr[data-series]'))].map((row) => ({
      row,
      name: (row.cells[0]?.textContent ?? '').toLowerCase(),
    })),
  }))

  function filter() {
    const words = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    /** @param {string} text */
    const matches = (text) => words.every((word) => text.includes(word))
    let count = 0
    for (const { fold, wasOpen, name, overview, rows } of services) {
      const isNamed = matches(name)
      let found = 0
      for (const { row, name: series } of rows) {
        const isShown = isNamed || matches(`${name} ${series}`)
        row.hidden = !isShown
        if (isShown) found += 1
      }
      fold.hidden = !isNamed && found === 0
      if (overview !== null) overview.hidden = fold.hidden
      // What was searched for is a series of this service: it is shown, and not behind a fold.
      fold.open = words.length === 0 ? wasOpen : !isNamed && found > 0 ? true : fold.open
      if (!fold.hidden) count += 1
    }
    shown.textContent = `${count} of ${services.length} services`
  }

  search.addEventListener('input', filter)
  filter()
  document.querySelector('.tools')?.removeAttribute('hidden')

  // A link to a folded service opens it, and paper has no folds.
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
