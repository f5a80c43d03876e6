import type { Explanation, Towards } from '../../api/types';
import { firm } from '../../model/format';
import { useText } from '../../text';

function Node({ node }: { node: Explanation }) {
  return (
    <li>
      {firm(node.text)}
      {node.children && node.children.length > 0 && (
        <ul>
          {node.children.map((child, index) => (
            <Node key={index} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The explanation as the server gives it: plain Dutch, or the English of the API. */
export function Why({
  towards,
  summary,
}: {
  towards: Pick<Towards, 'explanation' | 'explanation_nl'>;
  summary: string;
}) {
  const { language } = useText();
  const tree = language === 'nl' ? towards.explanation_nl : towards.explanation;
  return (
    <details className="more more--quiet explanation">
      <summary>{summary}</summary>
      <p>{firm(tree.text)}</p>
      <ul>
        {(tree.children ?? []).map((node, index) => (
          <Node key={index} node={node} />
        ))}
      </ul>
    </details>
  );
}
