import { createDevApp } from '@backstage/frontend-dev-utils';
import policyPlugin from '../src';

createDevApp({ features: [policyPlugin] });
