/** A hub with six spokes, one of them lit. */
export function LogoMark(props: { size: number }) {
  const { size } = props;
  const spokes = [0, 60, 120, 180, 240, 300].map(angle => {
    const radians = ((angle - 90) * Math.PI) / 180;
    return {
      angle,
      x: 16 + 11 * Math.cos(radians),
      y: 16 + 11 * Math.sin(radians),
    };
  });

  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      {spokes.map(({ angle, x, y }) => (
        <g key={angle}>
          <line
            x1="16"
            y1="16"
            x2={x}
            y2={y}
            stroke="#6f8fb5"
            strokeWidth="1.5"
          />
          <circle
            cx={x}
            cy={y}
            r="3"
            fill={angle === 60 ? '#5ee0b5' : '#a9c3e3'}
          />
        </g>
      ))}
      <circle cx="16" cy="16" r="5.5" fill="#fff" />
    </svg>
  );
}
