import {
  ANNOTATION_CLAIM_KIND,
  type ClaimKind,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CodeView,
  ExternalLink,
  Notice,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

const documentation =
  'https://backstage.io/docs/features/software-templates/writing-templates';

/** What makes a kind one that can be ordered in the portal. */
export function NoTemplate(props: { kind: ClaimKind }) {
  const { group, kind } = props.kind;
  return (
    <Stack gap={1}>
      <Notice severity="info" title="No software template orders it yet">
        Register one in the catalog that says which kind it orders, such as a
        copy of <code>templates/database-claim</code>, whose form is made from
        the schema.
      </Notice>
      <div>
        <ExternalLink href={documentation}>
          How templates are written
        </ExternalLink>
      </div>
      <CodeView
        title="In its template.yaml"
        code={`metadata:\n  annotations:\n    ${ANNOTATION_CLAIM_KIND}: ${group}/${kind}`}
        collapsed
      />
    </Stack>
  );
}
