import { Heading } from '@nl-design-system-candidate/heading-react';
import { Link } from '@nl-design-system-candidate/link-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import type { ReactNode } from 'react';
import { useText } from '../../text';
import { Title } from '../../ui/Title';

interface Prose {
  title: string;
  lead: string;
  sections: { title: string; text: string[] }[];
}

function ProsePage({ page, children }: { page: Prose; children?: ReactNode }) {
  return (
    <div className="prose">
      <Title title={page.title} lead={page.lead} />
      {page.sections.map((section) => (
        <section key={section.title}>
          <Heading level={2} appearance="level-3">
            {section.title}
          </Heading>
          {section.text.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
        </section>
      ))}
      {children}
    </div>
  );
}

export function AccessibilityPage() {
  const { text } = useText();
  return <ProsePage page={text.pages.accessibility} />;
}

export function PrivacyPage() {
  const { text } = useText();
  return <ProsePage page={text.pages.privacy} />;
}

/** How the score comes about, with the numbers that are in use now. */
export function WorksPage() {
  const { text } = useText();
  return (
    <ProsePage page={text.pages.works}>
      <Paragraph>
        <Link href="/v1/parameters">{text.pages.works.parameters}</Link>
      </Paragraph>
    </ProsePage>
  );
}
