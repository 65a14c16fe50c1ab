import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { IdentifiedRun } from '../../../src/model/run.ts'
import { renderHtml, renderMainPlotSvg } from '../../../src/report/html/render-html.ts'
import { CASES } from '../cases.ts'
import { aComparison, aContext, anEstimate, aService, aVerdict } from '../verdicts.ts'
import { HOSTILE, RELEASES, sampleVerdict } from './sample.ts'

const NO_RELEASES = { releases: new Map<string, string>() }

function sampleHtml(): string {
  return renderHtml(sampleVerdict(), aContext(), { releases: RELEASES })
}

function sha256(text: string | undefined): string {
  return `sha256-${createHash('sha256')
    .update(text ?? '')
    .digest('base64')}`
}

test('gives the same text for the same verdict, also for the second one in a process', () => {
  expect(sampleHtml()).toBe(sampleHtml())
  expect(renderMainPlotSvg(sampleVerdict())).toBe(renderMainPlotSvg(sampleVerdict()))
})

describe('security', () => {
  test('allows its own two style sheets and its own script by their hashes, and nothing else', () => {
    const html = sampleHtml()
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => sha256(text))
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => sha256(text))
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
    expect(styles).toHaveLength(2)
    expect(scripts).toHaveLength(1)
    expect(policy?.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=').split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${styles.map((hash) => `'${hash}'`).join(' ')}`,
      `script-src '${scripts[0]}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  test('every colour is a variable of the page, which knows light, dark and paper', () => {
    const svgs = [...sampleHtml().matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => svg).join('')
    const colours = [...svgs.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour)
    expect(new Set(colours.filter((colour) => !colour?.startsWith('var(--')))).toEqual(
      new Set(['none', 'currentColor']),
    )
  })

  test('escapes names from outside everywhere: as text, in attributes and in pictures', () => {
    const html = sampleHtml()
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html.match(/<\/script/g)).toHaveLength(1)
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/<[^>]*\son\w+=/)
    expect(html).not.toContain('\u2028')
    expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src')
  })

  test('escapes the name of a tag, which anyone who may push chooses', () => {
    const releases = new Map([...RELEASES.keys()].map((commit) => [commit, HOSTILE]))
    const html = renderHtml(sampleVerdict(), aContext(), { releases })
    expect(html).toContain('release &lt;/script&gt;')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain('<img')
  })

  test('has no style in an element, which the policy would refuse', () => {
    expect(sampleHtml()).not.toMatch(/<[a-z][^>]*\sstyle=/)
  })

  test('names a service that tries to be markup, and links nothing that is not https', () => {
    const verdict = aVerdict({ services: [aService({ service: HOSTILE })] })
    const html = renderHtml(verdict, aContext({ gateName: HOSTILE, runUrl: 'javascript:alert(1)' }), NO_RELEASES)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain('javascript:')
    expect(html).toMatch(/<h1>Performance report: &lt;\/script&gt;/)
  })

  test('names nothing that a browser would fetch', () => {
    const tags = [...sampleHtml().matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag).join('\n')
    const addresses = [...tags.matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(([, to]) => to)
    expect(addresses.length).toBeGreaterThan(3)
    const outside = addresses.filter((to) => !to?.startsWith('#') && to !== 'data:,')
    expect(outside).toEqual(['https://github.com/octo/shop/actions/runs/42'])
  })
})

describe('content', () => {
  test('says the verdict, the coverage and each finding', () => {
    const html = sampleHtml()
    expect(html).toContain('</svg> Blocked: p95 of checkout is 10.8 % slower (limit 5 %), and this is proven.</p>')
    expect(html).toContain('Compared 8 of 9 gated series')
    expect(html).toContain(
      '<code>GET /orders/{id}</code> in <code>checkout</code> is 22.1 % slower (limit 5 %), and this is proven.',
    )
    expect(html).toContain('list its files under <code>paths</code>')
  })

  test('has each gated series with its numbers, its picture and what the policy says of it in one table', () => {
    const html = sampleHtml()
    const table = html.slice(html.indexOf('<table class="forest">'), html.indexOf('id="findings"'))
    const rows = [...table.matchAll(/<tr>(.*)<\/tr>/g)].map(([, row]) => row?.replaceAll(/<svg.*?<\/svg>/g, '□') ?? '')
    expect(rows[1]).toBe(
      '<th scope="row">payments <span class="quiet">p95</span></th><td class="n">–</td><td class="n">–</td><td class="drawn"></td><td class="n">–</td><td class="n">+5 %</td><td class="bad">□ missing</td>',
    )
    expect(rows[2]).toBe(
      '<th scope="row">checkout · GET /orders/{id} <span class="quiet">p95</span></th><td class="n">190.0 ms</td><td class="n">232.0 ms</td><td class="drawn">□</td><td class="n">+22.1 %<br><span class="quiet">+19.1 % … +25.6 %</span></td><td class="n">+5 %</td><td class="bad">□ slower, proven</td>',
    )
    expect(rows).toHaveLength(10)
    expect(html.slice(html.indexOf('id="findings"')).match(/<li><span class="bad">/g)).toHaveLength(1)
  })

  test('opens the services with findings, and folds the others', () => {
    const folds = [...sampleHtml().matchAll(/<details class="service" id="[^"]+"( open)?>\s*<summary>(\w+)/g)]
    expect(folds.map(([, open, name]) => [name, open === ' open'])).toEqual([
      ['checkout', true],
      ['payments', true],
      ['search', false],
    ])
  })

  test('draws the runs, the timeline and the history where the data are there', () => {
    const labels = [...sampleHtml().matchAll(/<svg [^>]*aria-label="([^"]+)"/g)].map(([, label]) => label)
    expect(labels).toEqual([
      'p95 of each run: Baseline, 12 runs; This pull request, 5 runs. The table below has the values.',
      'Latency of the requests: the share that took at most the time on the axis, from 5.288 ms to 350.5 ms, for Baseline (12 runs) and This pull request (5 runs). The table below has the values.',
      'p95 and throughput through the test, 5 runs of the baseline and 5 of the candidate. The table below has the values.',
      'p95 of 20 stored jobs of the default branch, oldest first, with 2 changes of level and 1 mark. The table below has the values.',
      'p95 of 3 pairs of runs, from the baseline to the candidate: 1 became worse. The table below has the values.',
      'p50, p90, p95 of the latency for Baseline (3 runs) and This pull request (3 runs). The table below has the values.',
    ])
  })

  test('has the sentences of the analysis and of the recommendations, with what they quote as code', () => {
    const html = sampleHtml()
    const section = html.slice(html.indexOf('<h3>Analysis</h3>'), html.indexOf('<h3>p95: the runs of both sides</h3>'))
    const sentences = [...section.matchAll(/<li>(.*)<\/li>/g)].map(([, text]) => text)
    expect(sentences).toEqual([
      'Chance alone would show a difference like that of p95 about 1 time in 790.',
      'Only the slow requests became slower; the typical request did not (p50 +0.7 %, p95 +10.8 %).',
      '1 of 6 endpoint series is over the limit, most of all p95 of <code>GET /orders/{id}</code> (+22.1 %).',
      'p95 of the last 8 stored jobs was 198.8 ms to 214.9 ms; this one, 235.3 ms, is above all of them.',
      'The stored level of p95 changed at <code>0e0e0e0</code>, 6 stored jobs ago: only jobs since then are compared.',
      'From run to run, p95 varies by 1.8 %, in these results and in the stored ones.',
      'Start with <code>GET /orders/{id}</code>: its p95 changed by +22.1 %, more than any other endpoint.',
    ])
  })

  test('says from what each distribution is drawn', () => {
    expect(sampleHtml()).toContain(
      'From all successful requests. A curve further to the right is slower. Median over the runs of a side.',
    )
    expect(sampleHtml()).toContain('From the percentiles that the summaries keep. Median over the runs of a side.')
  })

  test('says why a plot is not there', () => {
    const html = sampleHtml()
    expect(html).toContain(
      'Not shown: The course of the test: these results are summaries, or digests of several load generators.',
    )
    expect(html).toContain('The course of the test: there is no usable result.')
    expect(html).toContain('The baseline was measured beside the candidate, so nothing stored was read.')
    expect(html).toContain(
      'Nothing that is stored of this service is at or before the commit that the change is measured against.',
    )
  })

  test('lists the stored jobs with what happened at them', () => {
    const rows = [...sampleHtml().matchAll(/<tr><td>(?:0a0a0a0|0e0e0e0)<.*<\/tr>/g)].map(([row]) =>
      row.split(/<\/?t[rd]>/).filter((cell) => cell !== ''),
    )
    expect(rows).toEqual([
      ['0a0a0a0', '2026-02-11', '200.3 ms', '2', 'release v2.4.0'],
      [
        '0e0e0e0',
        '2026-02-15',
        '211.5 ms',
        '2',
        'new level; the baseline window starts; overridden +6.2 % by octocat: The new tax rules cost this much.',
      ],
    ])
  })

  test('has every series in the table, with numbers to sort by', () => {
    const html = sampleHtml()
    const rows = html.slice(html.indexOf('<table id="series">')).match(/<tr(?: data-gated)?><td>.*/g) ?? []
    expect(rows).toHaveLength(17)
    expect(rows[0]).toBe(
      '<tr data-gated><td>checkout</td><td>GET /orders/{id}</td><td>p95</td><td class="n" data-v="190">190.0 ms</td><td class="n" data-v="231.99">232.0 ms</td><td class="n" data-v="0.221">+22.1 %</td><td class="n" data-v="0.065">+19.1 % … +25.6 %</td><td class="n" data-v="0.05">+5 %</td><td class="n" data-v="5">5 / 5</td><td class="bad">slower, proven</td></tr>',
    )
    expect(rows.find((row) => row.includes('<td>payments</td>'))).toContain('<td class="n" data-v="">–</td>')
  })

  test('draws at most forty gated series together, the quiet endpoints last, and says how many are left out', () => {
    const main = (loud: number) => {
      const comparisons = Array.from({ length: 60 }, (_, index) =>
        aComparison({
          endpoint: index === 0 ? null : `GET /${index}`,
          role: index === 0 ? 'primary' : 'endpoint',
          estimate: anEstimate({ changeRatio: index / 1000 }),
          verdict: index > 0 && index <= loud ? 'regressed' : 'unchanged',
        }),
      )
      const html = renderHtml(aVerdict({ services: [aService({ comparisons })] }), aContext(), NO_RELEASES)
      return html.slice(html.indexOf('id="gated"'), html.indexOf('id="services"'))
    }
    expect(main(3).match(/<th scope="row">/g)).toHaveLength(4)
    expect(main(3)).toContain('Left out: 56 more. The table of all series has them.')
    expect(main(3)).not.toContain('GET /59 ')
    expect(main(55).match(/<th scope="row">/g)).toHaveLength(40)
    expect(main(55)).toContain('GET /55 ')
    expect(main(55)).not.toContain('GET /15 ')
  })

  test.each(['summaries', 'raw points'])(
    '16 services with 50 series and 20 stored jobs, from %s, take at most 1.5 MB',
    (kind) => {
      const [checkout] = sampleVerdict().services
      const asSummary = (one: IdentifiedRun) => ({ ...one, run: { ...one.run, timeline: null, distribution: null } })
      const asWanted = (runs: readonly IdentifiedRun[] = []) => (kind === 'summaries' ? runs.map(asSummary) : runs)
      const services = Array.from({ length: 16 }, (_, position) => {
        const service = `service-${position}`
        const comparisons = Array.from({ length: 50 }, (__, index) =>
          aComparison({
            service,
            endpoint: index === 0 ? null : `GET /endpoint/${index}`,
            role: index === 0 ? 'primary' : 'endpoint',
            estimate: anEstimate({ changeRatio: index / 1000 }),
          }),
        )
        const [baselineRuns, candidateRuns] = [asWanted(checkout?.baselineRuns), asWanted(checkout?.candidateRuns)]
        return aService({ ...checkout, service, comparisons, baselineRuns, candidateRuns })
      })
      const html = renderHtml(aVerdict({ services }), aContext(), { releases: RELEASES })
      expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(16 * (kind === 'summaries' ? 3 : 4))
      expect(Buffer.byteLength(html)).toBeLessThan(1_500_000)
    },
  )

  test.each([...CASES.keys()])('renders the case %s', (name) => {
    const { verdict, context } = CASES.get(name) ?? { verdict: aVerdict(), context: aContext() }
    const html = renderHtml(verdict, context, NO_RELEASES)
    expect(html).toContain(`<div class="verdict ${verdict.outcome}">`)
    const shown = html.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    expect(shown.match(/see below|\b(?:undefined|NaN|Infinity)\b/g)).toBeNull()
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  test('says who overrode and why, and what is refused', () => {
    const by = (name: string) => {
      const { verdict, context } = CASES.get(name) ?? { verdict: aVerdict(), context: aContext() }
      return renderHtml(verdict, context, NO_RELEASES)
    }
    expect(by('overridden')).toMatch(/<strong>Override<\/strong> by <code>[\w-]+<\/code> on /)
    expect(by('fail-override-refused')).toContain('<strong>Override by <code>')
    expect(by('warn-debt')).toContain('<strong>Debt:</strong> slowdowns that the baseline already has in it')
  })
})

describe('the main plot as a file', () => {
  test('brings its colours and a background', () => {
    const svg = renderMainPlotSvg(sampleVerdict()) ?? ''
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 760 \d+"/)
    expect(svg).toContain('--bad: #b3261e;')
    expect(svg).toContain('prefers-color-scheme: dark')
    expect(svg).toContain('fill="var(--page)"')
    expect(svg).toContain(
      '<title>checkout · GET /orders/{id} · p95: +22.1 % (+19.1 % … +25.6 %), limit +5 %: slower, proven</title>',
    )
    expect(svg).not.toMatch(/<script|<img|<[^>]*\son\w+=/)
  })

  test('is not there where nothing was compared', () => {
    const comparisons = [aComparison({ estimate: null, verdict: 'missing' })]
    expect(renderMainPlotSvg(aVerdict({ services: [aService({ comparisons })] }))).toBeNull()
  })
})
