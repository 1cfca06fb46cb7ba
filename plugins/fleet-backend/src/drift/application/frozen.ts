import type {
  ApplicationDriftInput,
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ignoreRuleWords } from './ignoreRuleWords';

/** Nobody corrects drift here, because somebody said so. */
export const frozen: DriftDetector = {
  name: 'frozen',
  detectApplication({ application }) {
    if (application.deleting) {
      return [];
    }
    return [
      ...halted(application),
      ...keeping(application),
      ...ignoring(application),
    ];
  },
};

type Application = ApplicationDriftInput['application'];

function halted({ kind, suspended, automated }: Application): DriftFinding[] {
  if (suspended) {
    return [
      {
        kind: 'frozen',
        key: 'suspended',
        summary:
          'It is suspended: changes in Git do not arrive, and changes on the cluster stay.',
        correction: {
          expected: false,
          reason: 'A person suspended it, and a person has to resume it.',
        },
        remedy: 'Resume the application.',
      },
    ];
  }
  return kind === 'Application' && !automated
    ? [
        {
          kind: 'frozen',
          key: 'auto-sync',
          summary:
            'Auto-sync is off: changes in Git do not arrive, and changes on the cluster stay.',
          correction: {
            expected: false,
            reason: 'Somebody has to sync it by hand.',
          },
          remedy: 'Turn auto-sync on, or sync the Application by hand.',
        },
      ]
    : [];
}

/** Of what is halted anyway it would say nothing new. */
function keeping({
  kind,
  suspended,
  automated,
  drift,
}: Application): DriftFinding[] {
  return drift?.prune === false && automated && !suspended
    ? [
        {
          kind: 'frozen',
          key: 'prune',
          summary:
            'It does not prune: what is taken out of Git stays on the cluster.',
          correction: {
            expected: false,
            reason: 'The engine was told to delete nothing.',
          },
          remedy: `Set ${
            kind === 'Application'
              ? 'spec.syncPolicy.automated.prune'
              : 'spec.prune'
          } to true, or delete by hand what Git no longer has.`,
        },
      ]
    : [];
}

function ignoring({ drift }: Application): DriftFinding[] {
  const rules = drift?.ignoreRules ?? [];
  return rules.length > 0
    ? [
        {
          kind: 'frozen',
          key: 'ignore-rules',
          summary: `It has ${rules.length}${
            drift?.ignoreRulesCut ? ' or more' : ''
          } ${
            rules.length === 1 ? 'rule' : 'rules'
          } by which fields are left alone (${ignoreRuleWords(
            rules,
            drift?.ignoreRulesCut ?? false,
          )}): what changes there is neither told nor corrected.`,
          correction: {
            expected: false,
            reason: 'The engine was told to leave these fields alone.',
          },
          remedy:
            'Check that each rule is still needed, and remove from Git what is not.',
        },
      ]
    : [];
}
