const closest = 0.15;
const farthest = 6;

/** Pans and zooms a diagram with the mouse, the wheel, two fingers, the keyboard or its own methods. */
export class View {
  #picture;
  #size;
  #center = { x: 0, y: 0 };
  /** Diagram units per pixel. */
  #unit = 1;
  /** Shows the same part again when the window has another size, until the user moves it. */
  #reframe = () => this.#show();

  constructor(picture, size) {
    this.#picture = picture;
    this.#size = size;
    picture.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    picture.addEventListener('keydown', (event) => this.#key(event));
    this.#listenToPointers();
    new ResizeObserver(() => this.#reframe()).observe(picture);
  }

  fit() {
    this.#reframe = () => this.fit();
    const { clientWidth, clientHeight } = this.#picture;
    const { width, height } = this.#size;
    this.#unit = Math.max((width + 40) / clientWidth, (height + 40) / clientHeight, 0.5);
    this.#center = { x: width / 2, y: height / 2 };
    this.#show();
  }

  /** Centers a box, zoomed in far enough to read it; of one that is too high, the upper part. */
  look(box) {
    const { x, y, width, height } = box;
    const { clientWidth, clientHeight } = this.#picture;
    this.#reframe = () => this.look(box);
    this.#unit = Math.max(Math.min(this.#unit, 1), (width + 20) / clientWidth);
    const upper = (clientHeight * this.#unit) / 2 - 20;
    this.#center = { x: x + width / 2, y: y + Math.min(height / 2, upper) };
    this.#show();
  }

  zoom(factor, at = this.#center) {
    this.#reframe = () => this.#show();
    const unit = Math.min(farthest, Math.max(closest, this.#unit * factor));
    const share = unit / this.#unit;
    this.#center = { x: at.x + (this.#center.x - at.x) * share, y: at.y + (this.#center.y - at.y) * share };
    this.#unit = unit;
    this.#show();
  }

  #move(dx, dy) {
    this.#reframe = () => this.#show();
    this.#center = { x: this.#center.x + dx * this.#unit, y: this.#center.y + dy * this.#unit };
    this.#show();
  }

  #show() {
    const width = this.#picture.clientWidth * this.#unit;
    const height = this.#picture.clientHeight * this.#unit;
    if (width === 0 || height === 0) return;
    const { x, y } = this.#center;
    this.#picture.setAttribute('viewBox', `${x - width / 2} ${y - height / 2} ${width} ${height}`);
  }

  #place({ clientX, clientY }) {
    const { left, top, width, height } = this.#picture.getBoundingClientRect();
    return {
      x: this.#center.x + (clientX - left - width / 2) * this.#unit,
      y: this.#center.y + (clientY - top - height / 2) * this.#unit,
    };
  }

  #wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), this.#place(event));
  }

  #key(event) {
    const keys = {
      ArrowLeft: () => this.#move(-80, 0),
      ArrowRight: () => this.#move(80, 0),
      ArrowUp: () => this.#move(0, -80),
      ArrowDown: () => this.#move(0, 80),
      '+': () => this.zoom(0.8),
      '-': () => this.zoom(1.25),
      0: () => this.fit(),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  }

  #listenToPointers() {
    const pointers = new Map();
    const distance = () => {
      const [a, b] = [...pointers.values()];
      return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    };
    const picture = this.#picture;
    picture.addEventListener('pointerdown', (event) => pointers.set(event.pointerId, event));
    picture.addEventListener('pointermove', (event) => {
      const last = pointers.get(event.pointerId);
      if (!last || event.buttons === 0) return void pointers.delete(event.pointerId);
      const before = pointers.size === 2 ? distance() : 0;
      pointers.set(event.pointerId, event);
      if (pointers.size === 2) this.zoom(before / Math.max(1, distance()), this.#place(event));
      else this.#move(last.clientX - event.clientX, last.clientY - event.clientY);
      // Not on pointerdown: a link that is only clicked must receive its click.
      picture.setPointerCapture(event.pointerId);
    });
    for (const end of ['pointerup', 'pointercancel'])
      picture.addEventListener(end, ({ pointerId }) => pointers.delete(pointerId));
    picture.addEventListener('dragstart', (event) => event.preventDefault());
  }
}
