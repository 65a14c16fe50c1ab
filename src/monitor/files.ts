import { stringify } from 'yaml'
import type { Policy } from '../model/policy.ts'
import { terminalLine } from '../model/terminal-text.ts'
import { type Text, text } from '../model/text.ts'
import { overviewDashboard, serviceDashboard } from './dashboards.ts'
import { limitAlerts } from './limit-alerts.ts'
import { limitTests } from './limit-tests.ts'
import { MARK } from './mark.ts'
import { type MonitoredService, monitoredServices, notesOn } from './monitored-service.ts'
import { routeChecks, routes } from './routes.ts'
import { ruleTests, trafficTests } from './rule-tests.ts'
import { limitsFile, rulesFile, trafficFile } from './rules-file.ts'

/** The files for a policy. The same policy gives the same bytes. Paths are relative to the folder of `--out`. */
export type MonitorFiles = Readonly<{
  files: readonly Readonly<{ path: string; text: string }>[]
  /** What the reader should know about the alerts, in full sentences. */
  notes: readonly Text[]
}>

export function monitorFiles(policy: Policy): MonitorFiles {
  const services = monitoredServices(policy)
  const files = [
    ...services.flatMap(filesOf),
    // In a folder of their own, because a service may be called "overview".
    ...services.map((service) => ({
      path: `dashboards/services/${service.name}.json`,
      text: jsonText(serviceDashboard(service)),
    })),
    { path: 'dashboards/overview.json', text: jsonText(overviewDashboard(services)) },
    { path: 'alertmanager/alertmanager.yml', text: yamlText(routes(services), [ROUTES_NOTE]) },
    { path: 'alertmanager/check-routes.sh', text: `#!/bin/sh\n# ${MARK}\n${routeChecks(services)}` },
  ]
  return { files, notes: services.flatMap(notesOn) }
}

const ROUTES_NOTE = text`Copy the route, the inhibit rule and the receivers into your own configuration, and add the addresses of the receivers. Without addresses they tell nobody.`

/**
 * Tests have a folder of their own, because Prometheus would load them as rules with the pattern rules/*.yml. No name of a service contains
 * `--`, so no two files have the same name.
 */
function filesOf(service: MonitoredService) {
  const [file, traffic, limits] = [`${service.name}.yml`, `${service.name}--traffic.yml`, `${service.name}--limits.yml`]
  const alerts = limitAlerts(service)
  return [
    { path: `rules/${file}`, text: yamlText(rulesFile(service), notesOn(service)) },
    { path: `rules/${traffic}`, text: yamlText(trafficFile(service)) },
    { path: `rule-tests/${file}`, text: yamlText(ruleTests(service, `../rules/${file}`)) },
    { path: `rule-tests/${traffic}`, text: yamlText(trafficTests(service, `../rules/${traffic}`)) },
    ...(alerts === null
      ? []
      : [
          { path: `rules/${limits}`, text: yamlText(limitsFile(service, alerts)) },
          { path: `rule-tests/${limits}`, text: yamlText(limitTests(service, alerts, `../rules/${limits}`)) },
        ]),
  ]
}

function yamlText(value: unknown, notes: readonly Text[] = []): string {
  const heading = [MARK, ...notes.map(terminalLine)].map((line) => `# ${line}\n`).join('')
  return `${heading}${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })}`
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
