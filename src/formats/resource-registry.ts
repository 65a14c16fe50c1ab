import type { Resource } from './resource.ts'
import { cpuCores, cpuOfLimit, cpuPerRequest, cpuThrottled } from './resource-cpu.ts'
import { memory, memoryOfLimit } from './resource-memory.ts'

/** All that is measured of what a service used. A new one is one new file, one line here and one in model/resources.ts. */
export const RESOURCES: readonly Resource[] = [cpuPerRequest, cpuCores, cpuOfLimit, cpuThrottled, memory, memoryOfLimit]
