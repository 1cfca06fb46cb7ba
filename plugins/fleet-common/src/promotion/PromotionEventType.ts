/** What people and machines do with promotions, in the record of who did what when. @public */
export const promotionEventTypes = [
  'requested',
  'opened',
  'approved',
  'changes-requested',
  'gates-opened',
  'gates-closed',
  'merged',
  'closed',
  'wave-started',
  'wave-done',
  'done',
  'failed',
  'rollback-offered',
  'frozen',
  'freeze-changed',
  'freeze-ended',
] as const;

/** One of {@link promotionEventTypes}. @public */
export type PromotionEventType = (typeof promotionEventTypes)[number];
