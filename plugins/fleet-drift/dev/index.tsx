import { createDevApp } from '@backstage/frontend-dev-utils';
import driftPlugin from '../src';

createDevApp({ features: [driftPlugin] });
