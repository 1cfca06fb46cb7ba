/** What a promotion does: moves what a stage runs on to the next, or takes a stage back to what it ran before. @public */
export const promotionActions = ['promote', 'rollback'] as const;

/** One of {@link promotionActions}. @public */
export type PromotionAction = (typeof promotionActions)[number];
