// The code editor writes its colours and positions into style elements and attributes. The page's policy allows of such
// elements those that have its nonce, and of such attributes none, but what a script sets by itself. So each style element
// is given the nonce, and what stands in attributes of HTML is set by script. To be imported before the editor.

const meta = document.querySelector('meta[name="style-nonce"]');
const nonce = meta?.getAttribute('content') ?? '';
meta?.remove();

/** Under this name a style means nothing to the browser. */
const held = 'data-style';

const hold = (html: unknown): string =>
  String(html).replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle=/gi, ` ${held}=`));

function setHeld(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[${held}]`)) {
    element.style.cssText = element.getAttribute(held) ?? '';
    element.removeAttribute(held);
  }
}

Document.prototype.createElement = new Proxy(Document.prototype.createElement, {
  apply(create, document, names) {
    const element: unknown = Reflect.apply(create, document, names);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  },
});

Element.prototype.insertAdjacentHTML = new Proxy(Element.prototype.insertAdjacentHTML, {
  apply(insert, element: Element, [position, html]: [InsertPosition, unknown]) {
    Reflect.apply(insert, element, [position, hold(html)]);
    setHeld(element.parentElement ?? element);
  },
});

const innerHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
if (innerHtml?.set) {
  const { set } = innerHtml;
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...innerHtml,
    set(this: Element, html: unknown) {
      set.call(this, hold(html));
      setHeld(this instanceof HTMLTemplateElement ? this.content : this);
    },
  });
}
