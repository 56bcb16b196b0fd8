import { useAsked } from '../relay/asked.ts';

/** Shows the requests of this page with their time and cost, to help keep a page cheap during development. */
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
            // biome-ignore lint/suspicious/noArrayIndexKey: entries of a log have no other key
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
