/**
 * A new element with its class and what is in it.
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
 * A button that does what `press` says.
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
 * A link that opens beside the page, which the other page learns nothing of.
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
