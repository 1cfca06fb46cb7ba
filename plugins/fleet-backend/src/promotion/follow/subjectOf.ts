/** Whom a promotion is done to, for the name of its branch. Its first wave goes by the name of the stage alone, as all of it at once does. */
export function subjectOf(
  application: string,
  stage: string,
  wave?: number,
): string[] {
  return [application, stage, ...(wave ? [String(wave)] : [])];
}
