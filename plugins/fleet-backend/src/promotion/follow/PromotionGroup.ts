import type { MarkedPullRequest } from '../../store/promotion/readPullRequests';
import type { PromotionChange } from '../../store/promotion/changes';

/** A pull request of a promotion, with what it changes. */
export type PromotionRequest = PromotionChange & MarkedPullRequest;

/** The pull requests of one promotion, the first one first. */
export interface PromotionGroup {
  first: PromotionRequest;
  requests: PromotionRequest[];
}

/** Which pull requests into a stage are one promotion: each wave after the first has one of its own. */
export function groupRequests(
  requests: readonly PromotionRequest[],
): PromotionGroup[] {
  const groups: PromotionGroup[] = [];
  for (const request of [...requests].sort((a, b) => a.number - b.number)) {
    const group = [...groups]
      .reverse()
      .find(
        ({ first }) =>
          first.stage === request.stage && first.action === request.action,
      );
    const isNext =
      group !== undefined &&
      request.wave !== undefined &&
      group.first.wave !== undefined &&
      group.requests.every(({ wave = 0 }) => wave < request.wave!) &&
      group.requests.every(({ facts }) => facts.state === 'merged');
    if (isNext) {
      group.requests.push(request);
    } else {
      groups.push({ first: request, requests: [request] });
    }
  }
  return groups;
}
