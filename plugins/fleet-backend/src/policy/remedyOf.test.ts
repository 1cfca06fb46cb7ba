import { remedyOf } from './remedyOf';

const told = (text: string, path: string) =>
  `validation error: ${text} rule autogen-check failed at path /${path}/`;

it.each([
  {
    what: 'what the report says',
    breach: {
      remedy: 'Update to 1.1.1n',
      field: 'spec.image',
      message: 'spec.image must be set to x',
    },
    remedy: 'Update to 1.1.1n',
  },
  {
    what: 'the value that the message names',
    breach: {
      field: 'spec.securityContext.runAsNonRoot',
      message: told(
        'spec.securityContext.runAsNonRoot must be set to `true`.',
        'spec/securityContext/runAsNonRoot',
      ),
    },
    remedy: 'Set spec.securityContext.runAsNonRoot to true.',
  },
  {
    what: 'that no value is a value too',
    breach: {
      field: 'spec.hostNetwork',
      message: told('It must be unset or set to `false`.', 'spec/hostNetwork'),
    },
    remedy: 'Set spec.hostNetwork to false, or leave it out.',
  },
  {
    what: 'that a field has to go',
    breach: {
      field: 'spec.volumes[0].hostPath',
      message: told(
        'The field spec.volumes[*].hostPath must be unset.',
        'spec/volumes/0/hostPath',
      ),
    },
    remedy: 'Remove spec.volumes[0].hostPath.',
  },
  {
    what: "the rule's own words, without those that the engine adds",
    breach: {
      field: 'spec.containers[0].image',
      message: told('Use registry.example.org.', 'spec/containers/0/image'),
      description: 'Images come from where they are scanned.',
    },
    remedy: 'Change spec.containers[0].image: Use registry.example.org.',
  },
  {
    what: 'what the policy says of itself',
    breach: {
      message: 'container <web> is not allowed',
      description: 'Images come from where they are scanned.',
    },
    remedy: 'Images come from where they are scanned.',
  },
])('tells $what', ({ breach, remedy }) => {
  expect(remedyOf(breach)).toBe(remedy);
});
