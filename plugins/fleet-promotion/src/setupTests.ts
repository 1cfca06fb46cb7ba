import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first render of a lazy page compiles it.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
