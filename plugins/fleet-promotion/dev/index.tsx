import { createDevApp } from '@backstage/frontend-dev-utils';
import promotionPlugin from '../src';

createDevApp({ features: [promotionPlugin] });
