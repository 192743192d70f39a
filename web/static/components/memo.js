/** A component that is drawn again only when one of its props is another. */

import { Component, h } from "preact";

/**
 * @template P
 * @param {(props: P) => import("preact").ComponentChildren} shown
 */
export function memo(shown) {
  return class Memo extends Component {
    /**
     * @override
     * @param {Record<string, unknown>} next
     */
    shouldComponentUpdate(next) {
      const now = /** @type {Record<string, unknown>} */ (this.props);
      return Object.keys(next).some((name) => next[name] !== now[name]);
    }

    /** @override */
    render() {
      return h(/** @type {any} */ (shown), /** @type {any} */ (this.props));
    }
  };
}
