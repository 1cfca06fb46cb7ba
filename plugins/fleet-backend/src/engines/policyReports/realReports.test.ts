import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  KubernetesObject,
  PolicyReportRecord,
  PolicyTally,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { builtInEngines } from '../builtInEngines';
import { countOf, fieldsOf, itemsOf, textOf } from '../fields';
import { findEngineKind } from '../findEngineKind';
import { parseManifests } from '../parseManifests';

const folder = process.env.FLEET_TEST_MANIFESTS;
const verdicts = ['pass', 'fail', 'warn', 'error', 'skip'] as const;

interface RealReport {
  /** Says where the summary of a report is not what it lists, so that a run lists these. */
  title: string;
  object: KubernetesObject;
  record: PolicyReportRecord;
}

describe('reports of real clusters', () => {
  if (!folder) {
    it.todo('set FLEET_TEST_MANIFESTS to a folder of YAML or JSON files');
    return;
  }
  it.each(readReports(folder))('$title', ({ object, record }) => {
    const counted = listedIn(object);
    const stated = summaryOf(object);
    const isStated = Object.entries(stated).every(
      ([verdict, count]) => counted[verdict as keyof PolicyTally] === count,
    );
    expect(record.tally).toEqual(counted);
    expect(record.stated).toEqual(isStated ? undefined : stated);
  });
});

function readReports(within: string): RealReport[] {
  const files = readdirSync(within, { recursive: true, encoding: 'utf8' });
  return files
    .filter(file => /\.(ya?ml|json)$/.test(file))
    .flatMap(file =>
      parseManifests(readFileSync(path.join(within, file), 'utf8')).flatMap(
        manifest =>
          'object' in manifest ? reportsIn(file, manifest.object) : [],
      ),
    );
}

function reportsIn(file: string, object: KubernetesObject): RealReport[] {
  const found = findEngineKind(builtInEngines, object.apiVersion, object.kind);
  const records = found?.kind.project(object, { proofKeys: [] }) ?? [];
  return records.flatMap(record => {
    if (record.type !== 'policy-report') {
      return [];
    }
    const { kind, name, tally, stated } = record;
    const difference = stated
      ? `lists ${inWords(tally)}, and its summary says ${inWords(stated)}`
      : 'lists what its summary says';
    return { title: `${file}: ${kind} ${name} ${difference}`, object, record };
  });
}

/** Counted without the engine: what is no known word is an error. */
function listedIn(object: KubernetesObject): PolicyTally {
  const tally: PolicyTally = { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 };
  if (isOfScanner(object)) {
    const { report } = object;
    const { vulnerabilities, checks, secrets } = fieldsOf(report);
    tally.fail = itemsOf(vulnerabilities ?? secrets).length;
    for (const check of itemsOf(checks).map(fieldsOf)) {
      tally[check.success === true ? 'pass' : 'fail'] += 1;
    }
    return tally;
  }
  for (const entry of itemsOf(object.results).map(fieldsOf)) {
    const word = textOf(entry.result ?? entry.status)?.toLowerCase();
    tally[verdicts.find(verdict => verdict === word) ?? 'error'] += 1;
  }
  return tally;
}

function summaryOf(object: KubernetesObject): Partial<PolicyTally> {
  if (isOfScanner(object)) {
    const summary = Object.entries(fieldsOf(fieldsOf(object.report).summary));
    const fail = summary
      .filter(([key]) => key.endsWith('Count') && key !== 'noneCount')
      .reduce((sum, [, count]) => sum + countOf(count), 0);
    return { fail };
  }
  const summary = fieldsOf(object.summary);
  return Object.fromEntries(
    verdicts.flatMap(verdict =>
      summary[verdict] === undefined
        ? []
        : [[verdict, countOf(summary[verdict])]],
    ),
  );
}

function isOfScanner({ apiVersion }: KubernetesObject): boolean {
  return apiVersion.startsWith('aquasecurity.github.io/');
}

function inWords(tally: Partial<PolicyTally>): string {
  return Object.entries(tally)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
}
