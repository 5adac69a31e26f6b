import './steps.css';

/** The steps of something that takes several, with the one that is to be done now; past the last one all are done. */
export function Steps({ label, steps, now }: { label: string; steps: readonly string[]; now: number }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < now ? 'step-done' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
