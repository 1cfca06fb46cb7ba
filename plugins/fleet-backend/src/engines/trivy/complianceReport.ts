import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { severityOf } from '../policy/severityOf';
import { scannedSubject } from './scannedSubject';
import { trivyReport, type Findings } from './trivyReport';

/** Benchmarks of whole clusters: a result for each control of which any check fails. */
export const complianceReport: EngineKind = trivyReport({
  kind: 'ClusterComplianceReport',
  plural: 'clustercompliancereports',
  findings(status, object): Findings {
    const compliance = fieldsOf(fieldsOf(object.spec).compliance);
    const controls = controlsIn(status);
    const failing = controls.filter(({ failed }) => failed > 0);
    const subject = scannedSubject(object);
    return {
      tally: {
        pass: controls.length - failing.length,
        fail: failing.length,
      },
      results: failing.map(({ control, failed }) => {
        const name = textOf(control.name);
        return {
          policy: textOf(compliance.id) ?? object.metadata.name,
          rule: [textOf(control.id), name].filter(Boolean).join(' '),
          verdict: 'fail',
          severity: severityOf(control.severity),
          category: textOf(compliance.title),
          subject,
          message: `${failed} ${failed === 1 ? 'check' : 'checks'} of it ${
            failed === 1 ? 'fails' : 'fail'
          }: ${textOf(control.description) ?? name ?? 'a control'}`.slice(
            0,
            2_000,
          ),
        };
      }),
    };
  },
});

/** Reports tell each control by a count, or by its checks. Those that people have to check by hand have neither. */
function controlsIn(status: Fields): { control: Fields; failed: number }[] {
  const summed = itemsOf(fieldsOf(status.summaryReport).controlCheck)
    .map(fieldsOf)
    .filter(({ totalFail }) => totalFail !== undefined)
    .map(control => ({ control, failed: countOf(control.totalFail) }));
  const detailed = itemsOf(fieldsOf(status.detailReport).results)
    .map(fieldsOf)
    .map(control => ({
      control,
      failed: itemsOf(control.checks)
        .map(fieldsOf)
        .filter(({ success }) => success === false).length,
    }));
  return [...summed, ...detailed];
}
