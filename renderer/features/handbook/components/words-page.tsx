import { useTranslation } from 'react-i18next';
import { Page } from './page';
import classes from './page.module.css';

/** The pages that are read: reception (S65), touch (S56, S66), complaints, after-sales (S96), numbers (S92, S93). */
const WORDS_PAGES = ['reception', 'touch', 'complaint', 'after_sales', 'reference'] as const;

export function WordsPage({ name }: { readonly name: (typeof WORDS_PAGES)[number] }) {
  const { t } = useTranslation('handbook');
  const { about, sections } = t(`pages.${name}`, { returnObjects: true });
  return (
    <Page title={t(`page.${name}`)} about={about}>
      <div className={classes.sections}>
        {sections.map(({ title, lines }) => (
          <section key={title} className={classes.section}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}
