import { useAsked } from '../relay/asked.ts';

/** The price of what one sees: a habit worth having while a page is made. */
export function AskedPanel() {
  const asked = useAsked();
  return (
    <details className="asked">
      <summary>What this page asked</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Time</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ name, ms, cost }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a log has no other
            <tr key={index}>
              <td>{name}</td>
              <td>{Math.round(ms)} ms</td>
              <td>{cost ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
