/** An overlay that somebody asks for. */
export interface WantedOverlay {
  /** By name. */
  environment: string;
  /** Absent: one for the whole environment. */
  region?: string;
  /** By name: who is to run it. */
  clusters: string[];
}

/** How people call it. */
export function titleOf({ environment, region }: WantedOverlay): string {
  return region ? `${environment} in ${region}` : environment;
}

/** Its folder among those that were rendered. */
export function renderedFolder({ environment, region }: WantedOverlay): string {
  return ['overlays', environment, region].filter(Boolean).join('/');
}

/** What is wrong with what is asked for, each in words. */
export function overlayProblems(wanted: readonly WantedOverlay[]): string[] {
  return wanted.flatMap((overlay, index) => {
    const others = wanted
      .slice(0, index)
      .filter(({ environment }) => environment === overlay.environment);
    const problems = [];
    if (others.some(({ region }) => region === overlay.region)) {
      problems.push(`overlays: ${titleOf(overlay)} is there twice`);
    } else if (others.some(({ region }) => !region || !overlay.region)) {
      problems.push(
        `overlays: ${overlay.environment} is there as a whole and by region: choose one of the two`,
      );
    }
    const before = new Set(
      wanted.slice(0, index).flatMap(({ clusters }) => clusters),
    );
    for (const cluster of overlay.clusters.filter(name => before.has(name))) {
      problems.push(`overlays: ${cluster} is to run two of them`);
    }
    return problems;
  });
}
