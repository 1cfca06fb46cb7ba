import { parseText } from './parseText';

describe('parseText', () => {
  it.each([
    ['"a\\u0000b"', 'a\ufffdb'],
    ['"\\u0000\\u0000"', '\ufffd\ufffd'],
    ['{"\\u0000":["\\\\\\u0000"]}', { '\ufffd': ['\\\ufffd'] }],
    ['"\\\\u0000 and \\\\\\\\u0000"', '\\u0000 and \\\\u0000'],
    ['"\\u00001"', '\ufffd1'],
    ['["☃\\u2028"]', ['☃\u2028']],
  ])('reads %s, and no NUL', (text, value) => {
    expect(parseText(text)).toEqual(value);
  });

  it('throws a SyntaxError at what is no JSON', () => {
    expect(() => parseText('\\u0000')).toThrow(SyntaxError);
  });
});
