/** Reads and writes the paragraphs of an OOXML package. Tables, pictures and formatting are not converted. */

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Returns the text of each paragraph, and what the XML contains besides text. */
export function readOoxml(xml: string): { readonly paragraphs: string[]; readonly ignored: string[] } {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...parsed.getElementsByTagName('*')];
  const body = all.find((element) => element.localName === 'body' && isWord(element));
  const within = body ? [...body.getElementsByTagName('*')] : [];
  const paragraphs = within
    .filter((element) => element.localName === 'p' && isWord(element))
    .map((paragraph) =>
      [...paragraph.getElementsByTagName('*')]
        .filter((element) => element.localName === 't' && isWord(element))
        .map(({ textContent }) => textContent)
        .join(''),
    );
  const names = new Set(within.map(({ localName }) => localName));
  const ignored = ['tbl', 'drawing', 'pict', 'sdt', 'rPr', 'chart', 'oMath'].filter((name) =>
    names.has(name),
  );
  return { paragraphs, ignored };
}

const isWord = (element: Element) =>
  element.namespaceURI === main || element.prefix === 'w' || element.tagName.startsWith('w:');

/** Returns a flat OPC package with the paragraphs. */
export function writeOoxml(paragraphs: readonly string[]): string {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`)
    .join('');
  const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return (
    `<pkg:package xmlns:pkg="${pkg}"><pkg:part pkg:name="/_rels/.rels" ` +
    'pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData>' +
    `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Target="word/document.xml" ` +
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>' +
    '</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" ' +
    'pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData>' +
    `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
  );
}

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
