/**
 * Creates an element with a class and children.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/**
 * Creates a button.
 *
 * @param {string} className
 * @param {string} label
 * @param {() => void} press
 * @returns {HTMLButtonElement}
 */
export function button(className, label, press) {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/**
 * Creates a link that opens in another tab, without a reference to this page.
 *
 * @param {string} className
 * @param {string} address
 * @param {...(Node | string)} children
 * @returns {HTMLAnchorElement}
 */
export function link(className, address, ...children) {
  const made = element("a", className, ...children);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}
