const PAGE = 4096

/** Samples that may belong to the excluded end of the run. They are released in the order in which they came. */
export type PendingSamples<Series> = Readonly<{
  add(series: Series, slot: number, value: number): void
  /** Releases the samples that are certainly before this time slot. */
  releaseBefore(slot: number): void
  releaseAll(): void
}>

type Page<Series> = { length: number; lastSlot: number; series: Series[]; slots: Uint32Array; values: Float64Array }

/**
 * Keeps samples until their place in the run is known, so that the end of the load can be cut off while the file
 * streams past.
 */
export function createPendingSamples<Series>(
  release: (series: Series, slot: number, value: number) => void,
): PendingSamples<Series> {
  let pages: Page<Series>[] = [createPage()]

  function add(series: Series, slot: number, value: number): void {
    let page = pages.at(-1)
    if (page === undefined || page.length === PAGE) {
      page = createPage()
      pages.push(page)
    }
    page.series[page.length] = series
    page.slots[page.length] = slot
    page.values[page.length] = value
    page.length += 1
    if (slot > page.lastSlot) page.lastSlot = slot
  }

  function releaseBefore(slot: number): void {
    const first = pages.findIndex((page) => page.length < PAGE || page.lastSlot >= slot)
    for (const page of pages.slice(0, first)) emit(page)
    pages = pages.slice(first)
  }

  function releaseAll(): void {
    for (const page of pages) emit(page)
    pages = [createPage()]
  }

  function emit(page: Page<Series>): void {
    for (let index = 0; index < page.length; index += 1) {
      const series = page.series[index]
      if (series !== undefined) release(series, page.slots[index] ?? 0, page.values[index] ?? 0)
    }
  }

  return { add, releaseBefore, releaseAll }
}

function createPage<Series>(): Page<Series> {
  return { length: 0, lastSlot: 0, series: [], slots: new Uint32Array(PAGE), values: new Float64Array(PAGE) }
}
