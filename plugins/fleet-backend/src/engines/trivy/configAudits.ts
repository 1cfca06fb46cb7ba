import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, textOf, textsOf } from '../fields';
import { fieldIn } from '../policy/fieldIn';
import { severityOf } from '../policy/severityOf';
import { scannedSubject } from './scannedSubject';
import { statedIn, trivyReport, type Findings } from './trivyReport';

/** Checks of how resources are set up. */
export const configAudits: readonly EngineKind[] = [
  configAuditReport('ConfigAuditReport', 'configauditreports'),
  configAuditReport('ClusterConfigAuditReport', 'clusterconfigauditreports'),
];

function configAuditReport(kind: string, plural: string): EngineKind {
  return trivyReport({
    kind,
    plural,
    longList: {
      path: 'report.checks',
      countAs: check => (fieldsOf(check).success === true ? 'pass' : undefined),
    },
    findings(report, object, counted): Findings {
      const checks = itemsOf(report.checks).map(fieldsOf);
      const failing = checks.filter(({ success }) => success !== true);
      const subject = scannedSubject(object);
      return {
        tally: {
          pass: countOf(counted.pass) + checks.length - failing.length,
          fail: failing.length,
        },
        stated: statedIn(report),
        results: failing.map(check => {
          const title = textOf(check.title);
          const messages = textsOf(check.messages);
          const message =
            messages.join('\n') ||
            (textOf(check.description) ?? title ?? 'fails');
          return {
            policy: textOf(check.checkID) ?? title ?? 'unnamed',
            rule: title,
            verdict: 'fail',
            severity: severityOf(check.severity),
            category: textOf(check.category),
            subject,
            message: message.slice(0, 2_000),
            field: fieldIn(message),
            remedy: textOf(check.remediation)?.slice(0, 2_000),
          };
        }),
      };
    },
  });
}
