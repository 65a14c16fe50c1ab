import { jaeger } from './readers/jaeger.ts'
import { otlp } from './readers/otlp.ts'
import { zipkin } from './readers/zipkin.ts'
import type { TraceFormat } from './trace-format.ts'

/** Every format of traces. */
export const TRACE_FORMATS: readonly TraceFormat[] = [otlp, jaeger, zipkin]
