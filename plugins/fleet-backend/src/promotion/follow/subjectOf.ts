/** Whom a promotion is done to, for the name of its branch. */
export function subjectOf(
  application: string,
  stage: string,
  wave?: number,
): string {
  return [application, stage, ...(wave === undefined ? [] : [wave])].join('-');
}
