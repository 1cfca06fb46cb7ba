import type {
  ApplicationDriftInput,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { timeOf } from '../../engines/fields';

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
  const now = timeOf(input.now)!;
  for (const detector of detectors) {
    try {
      for (const finding of detector.detectApplication(input)) {
        const opensAt = opensAtOf(finding);
        if (opensAt === undefined || opensAt <= now) {
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

/** In UTC, as the store compares times as text: one of the past that looks to come would be asked about without end. */
function opensAtOf({ key, opensAt }: DriftFinding): string | undefined {
  const time = timeOf(opensAt);
  if (opensAt !== undefined && time === undefined) {
    throw new Error(
      `opensAt of ${key} is no time: ${JSON.stringify(
        opensAt,
      )}; it should read as 2026-01-05T08:00:00Z`,
    );
  }
  return time;
}
