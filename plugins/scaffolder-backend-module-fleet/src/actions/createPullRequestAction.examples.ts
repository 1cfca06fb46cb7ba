import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A new claim, wired into its kustomization',
    example: stringify({
      steps: [
        {
          id: 'pull-request',
          name: 'Propose it',
          action: 'fleet:pull-request',
          input: {
            action: 'order',
            subject: '${{ parameters.name }}',
            title: 'Order cluster ${{ parameters.name }}',
            files: [
              {
                from: 'rendered/claim.yaml',
                to: '${{ steps.validate.output.path }}',
              },
              '${{ steps.wire.output.files[0] }}',
            ],
            claimId: '${{ steps.validate.output.claimId }}',
          },
        },
      ],
    }),
  },
  {
    description: "A change of a claim, as the user's own pull request",
    example: stringify({
      steps: [
        {
          id: 'pull-request',
          name: 'Propose it',
          action: 'fleet:pull-request',
          input: {
            action: 'scale',
            subject: '${{ parameters.cluster }}',
            title: 'Scale ${{ parameters.cluster }}',
            files: '${{ steps.update.output.files }}',
            changes: '${{ steps.update.output.changes }}',
            evidence: '${{ steps.update.output.evidence }}',
            readAt: '${{ steps.update.output.readAt }}',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
            reviewers: ['team:platform'],
            labels: ['clusters'],
          },
        },
      ],
    }),
  },
];
