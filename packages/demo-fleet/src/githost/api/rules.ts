import { ok } from '../http/ApiAnswer';
import type { RepositoryRoute } from '../http/Route';
import { fullUserShape } from '../shapes/userShape';

/** What rulesets say of a branch, which everybody may read who reads it. */
export const rules: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/rules/branches/{branch}',
    needs: 'read',
    answer({ host, repository, parameters }) {
      const protection = repository.protections.get(parameters.branch);
      if (!protection?.isRuleset) {
        return ok([]);
      }
      const {
        approvals,
        checks = [],
        checksFrom,
        dismissStale,
        owners,
        signatures,
        upToDate,
      } = protection;
      const source = {
        ruleset_source_type: 'Repository',
        ruleset_source: repository.fullName,
        ruleset_id: repository.id,
      };
      return ok([
        { type: 'deletion', ...source },
        { type: 'non_fast_forward', ...source },
        {
          type: 'pull_request',
          ...source,
          parameters: {
            required_approving_review_count: approvals,
            dismiss_stale_reviews_on_push: dismissStale ?? false,
            require_code_owner_review: owners ?? false,
            require_last_push_approval: false,
            required_review_thread_resolution: false,
            allowed_merge_methods: ['merge', 'squash', 'rebase'],
          },
        },
        ...(signatures ? [{ type: 'required_signatures', ...source }] : []),
        ...(checks.length > 0
          ? [
              {
                type: 'required_status_checks',
                ...source,
                parameters: {
                  required_status_checks: checks.map(context => ({
                    context,
                    ...(checksFrom && {
                      integration_id: fullUserShape(host, checksFrom).id,
                    }),
                  })),
                  strict_required_status_checks_policy: upToDate ?? false,
                },
              },
            ]
          : []),
      ]);
    },
  },
];
