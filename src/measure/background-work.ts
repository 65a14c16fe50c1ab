/** Work that starts before the load and goes on during it: sampling, or recording a profile. */
export type BackgroundWork = Readonly<{
  /** Called when the load has ended. */
  end(): Promise<void>
}>
