import { createContext } from 'react';

/** Whether somebody of the list is ticked: then nobody in it is offered an act of their own. */
export const Ticking = createContext(false);
