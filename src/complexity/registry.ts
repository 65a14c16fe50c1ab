import type { ComplexityFormat } from './complexity-format.ts'
import { eslint } from './readers/eslint.ts'
import { gocyclo } from './readers/gocyclo.ts'
import { lizardCsv } from './readers/lizard-csv.ts'
import { lizardXml } from './readers/lizard-xml.ts'
import { radon } from './readers/radon.ts'
import { sonarqube } from './readers/sonarqube.ts'

/** Every format from which complexity is read. */
export const COMPLEXITY_FORMATS: readonly ComplexityFormat[] = [lizardCsv, lizardXml, eslint, radon, gocyclo, sonarqube]
