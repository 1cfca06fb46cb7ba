import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav/navModule';
import { signInModule } from './modules/signIn/signInModule';

/** The portal: every plugin in package.json is discovered, as `app.packages` says. */
export const app = createApp({ features: [navModule, signInModule] });
