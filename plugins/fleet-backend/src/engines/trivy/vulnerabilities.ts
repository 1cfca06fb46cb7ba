import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { severityOf } from '../policy/severityOf';
import { imageOf } from './imageOf';
import { scannedContainer, scannedSubject } from './scannedSubject';
import { statedIn, trivyReport, type Findings } from './trivyReport';

const mostNamed = 5;
const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
type Word = (typeof severities)[number];

/** How many vulnerabilities there are of one severity, and for how many of them there is a fix. */
interface Count {
  all: number;
  fixable: number;
}

/**
 * Vulnerabilities of images: a result for each severity of which there are any. A list of them all is what Trivy is for; what a team has
 * to know is how many, and the worst by name.
 */
export const vulnerabilities: readonly EngineKind[] = [
  vulnerabilityReport('VulnerabilityReport', 'vulnerabilityreports'),
  vulnerabilityReport(
    'ClusterVulnerabilityReport',
    'clustervulnerabilityreports',
  ),
];

function vulnerabilityReport(kind: string, plural: string): EngineKind {
  return trivyReport({
    kind,
    plural,
    longList: {
      path: 'report.vulnerabilities',
      countAs(item) {
        const entry = fieldsOf(item);
        const word = wordOf(entry);
        // Of the worst, some are named.
        return word === 'critical' ? undefined : countedAs(entry, word);
      },
    },
    findings(report, object, counted): Findings {
      const entries = itemsOf(report.vulnerabilities).map(fieldsOf);
      const listed = Array.isArray(report.vulnerabilities);
      const counts = listed
        ? countsOf(entries, counted)
        : summarised(fieldsOf(report.summary));
      const container = scannedContainer(object);
      const subject = scannedSubject(object);
      const found = severities.filter(word => counts[word].all > 0);
      return {
        tally: {
          fail: found.reduce((sum, word) => sum + counts[word].all, 0),
        },
        stated: statedIn(report),
        results: found.map(word => {
          const { all, fixable } = counts[word];
          const worst = entries
            .filter(entry => wordOf(entry) === word && word === 'critical')
            .slice(0, mostNamed);
          return {
            policy: 'vulnerabilities',
            rule: [container, word].filter(Boolean).join(': '),
            verdict: 'fail',
            severity: severityOf(word),
            category: 'Vulnerabilities',
            subject,
            message: [
              `${inWords(all, word)} in ${imageOf(report)}`,
              worst.map(named).join(', '),
            ]
              .filter(Boolean)
              .join(': '),
            remedy:
              fixable > 0
                ? `newer packages mend ${fixable} of ${all}: build the image anew, or update it`
                : undefined,
          };
        }),
      };
    },
  });
}

function countsOf(
  entries: readonly Fields[],
  counted: Readonly<Record<string, number>>,
): Record<Word, Count> {
  const counts = noCounts();
  for (const word of severities) {
    const fixable = countOf(counted[`${word}, fixable`]);
    counts[word].fixable = fixable;
    counts[word].all = fixable + countOf(counted[word]);
  }
  for (const entry of entries) {
    const count = counts[wordOf(entry)];
    count.all += 1;
    count.fixable += isFixable(entry) ? 1 : 0;
  }
  return counts;
}

/** Of reports that leave out the list. */
function summarised(summary: Fields): Record<Word, Count> {
  const counts = noCounts();
  for (const word of severities) {
    counts[word].all = countOf(summary[`${word}Count`]);
  }
  return counts;
}

function noCounts(): Record<Word, Count> {
  const none = () => ({ all: 0, fixable: 0 });
  return {
    critical: none(),
    high: none(),
    medium: none(),
    low: none(),
    unknown: none(),
  };
}

function inWords(all: number, word: Word): string {
  const noun = all === 1 ? 'vulnerability' : 'vulnerabilities';
  return word === 'unknown'
    ? `${all} ${noun} of unknown severity`
    : `${all} ${word} ${noun}`;
}

function countedAs(entry: Fields, word: Word): string {
  return isFixable(entry) ? `${word}, fixable` : word;
}

function wordOf({ severity }: Fields): Word {
  const word = textOf(severity)?.toLowerCase();
  return severities.find(candidate => candidate === word) ?? 'unknown';
}

function isFixable({ fixedVersion }: Fields): boolean {
  return textOf(fixedVersion) !== undefined;
}

function named({ vulnerabilityID, resource, fixedVersion }: Fields): string {
  const fix = textOf(fixedVersion);
  return [
    textOf(vulnerabilityID) ?? 'one without an id',
    textOf(resource) && `of ${textOf(resource)}`,
    fix && `(fixed in ${fix})`,
  ]
    .filter(Boolean)
    .join(' ');
}
