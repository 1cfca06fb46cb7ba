import { Step } from './Stage';

const service = 'bookings';

/** The release of bookings that Flagger tries, or tries next, answers with errors. */
export const breakCanary: Step = ({ fleet }) => fleet.metrics.worsen(service);

/** It answers well again. */
export const mendCanary: Step = ({ fleet }) => fleet.metrics.mend(service);
