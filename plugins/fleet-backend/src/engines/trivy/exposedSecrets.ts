import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { severityOf } from '../policy/severityOf';
import { imageOf } from './imageOf';
import { scannedContainer, scannedSubject } from './scannedSubject';
import { statedIn, trivyReport, type Findings } from './trivyReport';

/** Secrets that lie open in images. Which rule found one, and in which file; never what it matched. */
export const exposedSecrets: EngineKind = trivyReport({
  kind: 'ExposedSecretReport',
  plural: 'exposedsecretreports',
  findings(report, object): Findings {
    const secrets = itemsOf(report.secrets).map(fieldsOf);
    const subject = scannedSubject(object);
    const image = imageOf(report);
    return {
      tally: { fail: secrets.length },
      stated: statedIn(report),
      results: secrets.map(secret => ({
        policy: textOf(secret.ruleID) ?? 'unnamed',
        rule: scannedContainer(object),
        verdict: 'fail',
        severity: severityOf(secret.severity),
        category: textOf(secret.category),
        subject,
        message: `${textOf(secret.title) ?? 'a secret'} in ${
          textOf(secret.target) ?? 'a file'
        } of ${image}`,
        remedy:
          'revoke it, for whoever can pull the image has it, and build the image without it',
      })),
    };
  },
});
