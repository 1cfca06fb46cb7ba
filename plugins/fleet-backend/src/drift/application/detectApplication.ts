import type {
  ApplicationDriftInput,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** What is wrong with an application. */
export interface ApplicationVerdict {
  findings: DriftFinding[];
  /** When to ask again, even if nothing changes: something counts from then on. */
  askAgainAt?: string;
  /** Detectors that could not judge: findings of theirs that are open stay open. */
  failed: { detector: string; message: string }[];
}

/** Asks all detectors. One that stumbles does not spoil what others find. */
export function detectApplication(
  detectors: readonly DriftDetector[],
  input: ApplicationDriftInput,
): ApplicationVerdict {
  const verdict: ApplicationVerdict = { findings: [], failed: [] };
  const now = Date.parse(input.now);
  for (const detector of detectors) {
    try {
      for (const finding of detector.detectApplication(input)) {
        const { opensAt } = finding;
        if (opensAt === undefined || Date.parse(opensAt) <= now) {
          verdict.findings.push(finding);
        } else if (!verdict.askAgainAt || opensAt < verdict.askAgainAt) {
          verdict.askAgainAt = opensAt;
        }
      }
    } catch (error) {
      verdict.failed.push({ detector: detector.name, message: String(error) });
    }
  }
  return verdict;
}
