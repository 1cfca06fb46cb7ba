/** A version that a team brought to a stage. */
export interface Release {
  application: string;
  version: string;
  /** Folders of overlays, within those of the application. */
  overlays: readonly string[];
  hoursAgo: number;
  by: string;
  /** By a pull request of whom the portal opened it for; absent: straight into development. */
  promotion?: {
    from: string;
    to: string;
    wave?: number;
    /** Absent: it is still open. */
    approvedBy?: string;
    hoursOpen?: number;
  };
}

const day = 24;
const americas = ['prod/us-east-1'];
const others = ['prod/eu-west-1', 'prod/ap-south-1'];

/** What every stage ran before any of the releases. */
export const firstVersions: Readonly<Record<string, string>> = {
  bookings: '1.4.0',
  pricing: '2.1.0',
  tickets: '3.0.2',
};

function developed(
  application: string,
  version: string,
  hoursAgo: number,
  by: string,
): Release {
  return { application, version, overlays: ['dev'], hoursAgo, by };
}

function promoted(
  application: string,
  version: string,
  hoursAgo: number,
  by: string,
  promotion: NonNullable<Release['promotion']> & { overlays?: string[] },
): Release {
  const {
    overlays = [promotion.to === 'staging' ? 'staging' : 'prod'],
    ...rest
  } = promotion;
  return { application, version, overlays, hoursAgo, by, promotion: rest };
}

const toStaging = { from: 'development', to: 'staging' };
const toProduction = { from: 'staging', to: 'production' };

/** How the applications came to run what they run, the oldest first. */
export const releases: readonly Release[] = [
  developed('pricing', '2.2.0', 24 * day, 'ada'),
  promoted('pricing', '2.2.0', 23 * day, 'ada', {
    ...toStaging,
    approvedBy: 'grace',
    hoursOpen: 2,
  }),
  promoted('pricing', '2.2.0', 20 * day, 'ada', {
    ...toProduction,
    approvedBy: 'grace',
    hoursOpen: 20,
  }),
  developed('tickets', '3.1.0', 15 * day, 'grace'),
  promoted('tickets', '3.1.0', 14 * day, 'grace', {
    ...toStaging,
    approvedBy: 'ada',
    hoursOpen: 1,
  }),
  promoted('tickets', '3.1.0', 12 * day, 'grace', {
    ...toProduction,
    approvedBy: 'ada',
    hoursOpen: 5,
  }),
  developed('bookings', '1.4.2', 6 * day, 'ada'),
  promoted('bookings', '1.4.2', 5 * day, 'ada', {
    ...toStaging,
    approvedBy: 'grace',
    hoursOpen: 3,
  }),
  promoted('bookings', '1.4.2', 4 * day, 'ada', {
    ...toProduction,
    overlays: americas,
    wave: 0,
    approvedBy: 'grace',
    hoursOpen: 6,
  }),
  promoted('bookings', '1.4.2', 3 * day + 16, 'ada', {
    ...toProduction,
    overlays: others,
    wave: 1,
    approvedBy: 'grace',
    hoursOpen: 4,
  }),
  developed('pricing', '2.3.0', 3 * day, 'ada'),
  promoted('pricing', '2.3.0', 2 * day, 'ada', {
    ...toStaging,
    approvedBy: 'grace',
    hoursOpen: 4,
  }),
  developed('bookings', '1.5.0', 5, 'grace'),
  promoted('pricing', '2.3.0', 26, 'ada', toProduction),
];
