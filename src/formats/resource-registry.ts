import type { Resource } from './resource.ts'
import { cpuCores, cpuOfLimit, cpuPerRequest, cpuThrottled } from './resource-cpu.ts'
import { memory, memoryOfLimit } from './resource-memory.ts'

/**
 * All resources of a service that are measured. A new resource is one new file, one line here and one line in
 * model/resources.ts.
 */
export const RESOURCES: readonly Resource[] = [cpuPerRequest, cpuCores, cpuOfLimit, cpuThrottled, memory, memoryOfLimit]
