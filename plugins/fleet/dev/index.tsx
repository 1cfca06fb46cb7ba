import { createDevApp } from '@backstage/frontend-dev-utils';
import fleetPlugin from '../src';

createDevApp({ features: [fleetPlugin] });
