import { contextBridge, ipcRenderer } from 'electron';
import type { Host } from '../../shared/host/host.ts';

/** The Electron adapter of Host: named requests only, so that the page never gets hold of a channel or an event. */
const host = {
  info: () => ipcRenderer.invoke('host:info'),
  saveFile: (request) => ipcRenderer.invoke('host:saveFile', request),
  openFile: (kind) => ipcRenderer.invoke('host:openFile', kind),
  takeOpenedFile: () => ipcRenderer.invoke('host:takeOpenedFile'),
  reveal: (token) => ipcRenderer.invoke('host:reveal', token),
  readMarker: () => ipcRenderer.invoke('host:readMarker'),
  writeMarker: (marker) => ipcRenderer.invoke('host:writeMarker', marker),
  setAside: (name, bytes) => ipcRenderer.invoke('host:setAside', name, bytes),
  listSetAside: () => ipcRenderer.invoke('host:listSetAside'),
  readSetAside: (name) => ipcRenderer.invoke('host:readSetAside', name),
} satisfies Host;

contextBridge.exposeInMainWorld('host', host);
