var Fs=Object.create;var Qt=Object.defineProperty;var Zr=Object.getOwnPropertyDescriptor;var Bs=Object.getOwnPropertyNames;var Gs=Object.getPrototypeOf,Xs=Object.prototype.hasOwnProperty;var O=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(t){throw e=0,t}};var Vs=(r,e,t,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of Bs(e))!Xs.call(r,n)&&n!==t&&Qt(r,n,{get:()=>e[n],enumerable:!(i=Zr(e,n))||i.enumerable});return r};var D=(r,e,t)=>(t=r!=null?Fs(Gs(r)):{},Vs(e||!r||!r.__esModule?Qt(t,"default",{value:r,enumerable:!0}):t,r));var R=(r,e,t,i)=>{for(var n=i>1?void 0:i?Zr(e,t):e,s=r.length-1,o;s>=0;s--)(o=r[s])&&(n=(i?o(e,t,n):o(n))||n);return i&&n&&Qt(e,t,n),n};var Qe=O(Ee=>{"use strict";var lo={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&apos;"};function wi(r){return lo[r]}var bi={"&amp;":"&","&lt;":"<","&gt;":">","&quot;":'"',"&apos;":"'"};function xi(r){if(r[1]==="#"){let e=r[2]==="x"?parseInt(r.slice(3),16):parseInt(r.slice(2),10);if(e===9||e===10||e===13||e>=32&&e<=55295||e>=57344&&e<=65533||e>=65536&&e<=1114111)return String.fromCodePoint(e);throw new Error("Illegal XML character 0x"+e.toString(16))}if(bi[r])return bi[r]||r;throw new Error("Illegal XML entity "+r)}function co(r){return r.replace(/["&'<>]/g,wi)}function ho(r){let e="",t=-1,i=-1,n=0;for(;(t=r.indexOf("&",n))!==-1&&(i=r.indexOf(";",t+1))!==-1;)e=e+r.slice(n,t)+xi(r.slice(t,i+1)),n=i+1;return n===0?r:(e=e+r.substring(n),e)}function uo(r){return r.replace(/[&<>]/g,wi)}function po(r){return r.replace(/&(amp|#38|lt|#60|gt|#62);/g,xi)}Ee.escapeXML=co;Ee.escapeXMLText=uo;Ee.unescapeXML=ho;Ee.unescapeXMLText=po});var Ze=O((fc,ki)=>{"use strict";var lr=Qe(),_e=class r{constructor(e,t){this.name=e,this.parent=null,this.children=[],this.attrs={},this.setAttrs(t)}is(e,t){return this.getName()===e&&(!t||this.getNS()===t)}getName(){let e=this.name.indexOf(":");return e>=0?this.name.slice(e+1):this.name}getNS(){let e=this.name.indexOf(":");if(e>=0){let t=this.name.slice(0,e);return this.findNS(t)}return this.findNS()}findNS(e){if(e){let t="xmlns:"+e;if(this.attrs[t])return this.attrs[t];if(this.parent)return this.parent.findNS(e)}else{if(this.attrs.xmlns)return this.attrs.xmlns;if(this.parent)return this.parent.findNS()}}getXmlns(){let e={};this.parent&&(e=this.parent.getXmlns());for(let t in this.attrs){let i=t.match("xmlns:?(.*)");this.attrs.hasOwnProperty(t)&&i&&(e[this.attrs[t]]=i[1])}return e}setAttrs(e){typeof e=="string"?this.attrs.xmlns=e:e&&Object.assign(this.attrs,e)}getAttr(e,t){if(!t)return this.attrs[e];let i=this.getXmlns();return i[t]?this.attrs[[i[t],e].join(":")]:null}getChild(e,t){return this.getChildren(e,t)[0]}getChildren(e,t){let i=[];for(let n of this.children)n.getName&&n.getName()===e&&(!t||n.getNS()===t)&&i.push(n);return i}getChildByAttr(e,t,i,n){return this.getChildrenByAttr(e,t,i,n)[0]}getChildrenByAttr(e,t,i,n){let s=[];for(let o of this.children)o.attrs&&o.attrs[e]===t&&(!i||o.getNS()===i)&&s.push(o),n&&o.getChildrenByAttr&&s.push(o.getChildrenByAttr(e,t,i,!0));return n&&(s=s.flat()),s}getChildrenByFilter(e,t){let i=[];for(let n of this.children)e(n)&&i.push(n),t&&n.getChildrenByFilter&&i.push(n.getChildrenByFilter(e,!0));return t&&(i=i.flat()),i}getText(){let e="";for(let t of this.children)(typeof t=="string"||typeof t=="number")&&(e+=t);return e}getChildText(e,t){let i=this.getChild(e,t);return i?i.getText():null}getChildElements(){return this.getChildrenByFilter(e=>e instanceof r)}root(){return this.parent?this.parent.root():this}up(){return this.parent?this.parent:this}c(e,t){return this.cnode(new r(e,t))}cnode(e){return this.children.push(e),typeof e=="object"&&(e.parent=this),e}append(...e){for(let t of e)this.children.push(t),typeof t=="object"&&(t.parent=this)}prepend(...e){for(let t of e)this.children.unshift(t),typeof t=="object"&&(t.parent=this)}t(e){return this.children.push(e),this}remove(e,t){let i=typeof e=="string"?n=>!(n.is&&n.is(e,t)):n=>n!==e;return this.children=this.children.filter(i),this}text(e){return e&&this.children.length===1?(this.children[0]=e,this):this.getText()}attr(e,t){return typeof t<"u"||t===null?(this.attrs||(this.attrs={}),this.attrs[e]=t,this):this.attrs[e]}toString(){let e="";return this.write(t=>{e+=t}),e}_addChildren(e){e(">");for(let t of this.children)t!=null&&(t.write?t.write(e):typeof t=="string"?e(lr.escapeXMLText(t)):t.toString&&e(lr.escapeXMLText(t.toString(10))));e("</"),e(this.name),e(">")}write(e){e("<"),e(this.name);for(let t in this.attrs){let i=this.attrs[t];i!=null&&(e(" "),e(t),e('="'),e(lr.escapeXML(typeof i=="string"?i:i.toString(10))),e('"'))}this.children.length===0?e("/>"):this._addChildren(e)}};_e.prototype.tree=_e.prototype.root;ki.exports=_e});var Ei=O((mc,Si)=>{"use strict";var fo=Ze();function $i(r,e){if(Array.isArray(e)){for(let t of e)$i(r,t);return}e===""||e==null||e===!0||e===!1||r.cnode(e)}function mo(r,e,...t){if(typeof e=="object"&&e!==null){delete e.__source,delete e.__self;for(let[n,s]of Object.entries(e))s==null?delete e[n]:e[n]=s.toString(10)}let i=new fo(r,e);for(let n of t)$i(i,n);return i}Si.exports=mo});var dr=O((gc,cr)=>{"use strict";var de=typeof Reflect=="object"?Reflect:null,_i=de&&typeof de.apply=="function"?de.apply:function(e,t,i){return Function.prototype.apply.call(e,t,i)},et;de&&typeof de.ownKeys=="function"?et=de.ownKeys:Object.getOwnPropertySymbols?et=function(e){return Object.getOwnPropertyNames(e).concat(Object.getOwnPropertySymbols(e))}:et=function(e){return Object.getOwnPropertyNames(e)};function go(r){console&&console.warn&&console.warn(r)}var Ti=Number.isNaN||function(e){return e!==e};function x(){x.init.call(this)}cr.exports=x;cr.exports.once=wo;x.EventEmitter=x;x.prototype._events=void 0;x.prototype._eventsCount=0;x.prototype._maxListeners=void 0;var Ai=10;function tt(r){if(typeof r!="function")throw new TypeError('The "listener" argument must be of type Function. Received type '+typeof r)}Object.defineProperty(x,"defaultMaxListeners",{enumerable:!0,get:function(){return Ai},set:function(r){if(typeof r!="number"||r<0||Ti(r))throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received '+r+".");Ai=r}});x.init=function(){(this._events===void 0||this._events===Object.getPrototypeOf(this)._events)&&(this._events=Object.create(null),this._eventsCount=0),this._maxListeners=this._maxListeners||void 0};x.prototype.setMaxListeners=function(e){if(typeof e!="number"||e<0||Ti(e))throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received '+e+".");return this._maxListeners=e,this};function Ci(r){return r._maxListeners===void 0?x.defaultMaxListeners:r._maxListeners}x.prototype.getMaxListeners=function(){return Ci(this)};x.prototype.emit=function(e){for(var t=[],i=1;i<arguments.length;i++)t.push(arguments[i]);var n=e==="error",s=this._events;if(s!==void 0)n=n&&s.error===void 0;else if(!n)return!1;if(n){var o;if(t.length>0&&(o=t[0]),o instanceof Error)throw o;var l=new Error("Unhandled error."+(o?" ("+o.message+")":""));throw l.context=o,l}var a=s[e];if(a===void 0)return!1;if(typeof a=="function")_i(a,this,t);else for(var f=a.length,y=Oi(a,f),i=0;i<f;++i)_i(y[i],this,t);return!0};function Li(r,e,t,i){var n,s,o;if(tt(t),s=r._events,s===void 0?(s=r._events=Object.create(null),r._eventsCount=0):(s.newListener!==void 0&&(r.emit("newListener",e,t.listener?t.listener:t),s=r._events),o=s[e]),o===void 0)o=s[e]=t,++r._eventsCount;else if(typeof o=="function"?o=s[e]=i?[t,o]:[o,t]:i?o.unshift(t):o.push(t),n=Ci(r),n>0&&o.length>n&&!o.warned){o.warned=!0;var l=new Error("Possible EventEmitter memory leak detected. "+o.length+" "+String(e)+" listeners added. Use emitter.setMaxListeners() to increase limit");l.name="MaxListenersExceededWarning",l.emitter=r,l.type=e,l.count=o.length,go(l)}return r}x.prototype.addListener=function(e,t){return Li(this,e,t,!1)};x.prototype.on=x.prototype.addListener;x.prototype.prependListener=function(e,t){return Li(this,e,t,!0)};function yo(){if(!this.fired)return this.target.removeListener(this.type,this.wrapFn),this.fired=!0,arguments.length===0?this.listener.call(this.target):this.listener.apply(this.target,arguments)}function Ri(r,e,t){var i={fired:!1,wrapFn:void 0,target:r,type:e,listener:t},n=yo.bind(i);return n.listener=t,i.wrapFn=n,n}x.prototype.once=function(e,t){return tt(t),this.on(e,Ri(this,e,t)),this};x.prototype.prependOnceListener=function(e,t){return tt(t),this.prependListener(e,Ri(this,e,t)),this};x.prototype.removeListener=function(e,t){var i,n,s,o,l;if(tt(t),n=this._events,n===void 0)return this;if(i=n[e],i===void 0)return this;if(i===t||i.listener===t)--this._eventsCount===0?this._events=Object.create(null):(delete n[e],n.removeListener&&this.emit("removeListener",e,i.listener||t));else if(typeof i!="function"){for(s=-1,o=i.length-1;o>=0;o--)if(i[o]===t||i[o].listener===t){l=i[o].listener,s=o;break}if(s<0)return this;s===0?i.shift():vo(i,s),i.length===1&&(n[e]=i[0]),n.removeListener!==void 0&&this.emit("removeListener",e,l||t)}return this};x.prototype.off=x.prototype.removeListener;x.prototype.removeAllListeners=function(e){var t,i,n;if(i=this._events,i===void 0)return this;if(i.removeListener===void 0)return arguments.length===0?(this._events=Object.create(null),this._eventsCount=0):i[e]!==void 0&&(--this._eventsCount===0?this._events=Object.create(null):delete i[e]),this;if(arguments.length===0){var s=Object.keys(i),o;for(n=0;n<s.length;++n)o=s[n],o!=="removeListener"&&this.removeAllListeners(o);return this.removeAllListeners("removeListener"),this._events=Object.create(null),this._eventsCount=0,this}if(t=i[e],typeof t=="function")this.removeListener(e,t);else if(t!==void 0)for(n=t.length-1;n>=0;n--)this.removeListener(e,t[n]);return this};function Pi(r,e,t){var i=r._events;if(i===void 0)return[];var n=i[e];return n===void 0?[]:typeof n=="function"?t?[n.listener||n]:[n]:t?bo(n):Oi(n,n.length)}x.prototype.listeners=function(e){return Pi(this,e,!0)};x.prototype.rawListeners=function(e){return Pi(this,e,!1)};x.listenerCount=function(r,e){return typeof r.listenerCount=="function"?r.listenerCount(e):Mi.call(r,e)};x.prototype.listenerCount=Mi;function Mi(r){var e=this._events;if(e!==void 0){var t=e[r];if(typeof t=="function")return 1;if(t!==void 0)return t.length}return 0}x.prototype.eventNames=function(){return this._eventsCount>0?et(this._events):[]};function Oi(r,e){for(var t=new Array(e),i=0;i<e;++i)t[i]=r[i];return t}function vo(r,e){for(;e+1<r.length;e++)r[e]=r[e+1];r.pop()}function bo(r){for(var e=new Array(r.length),t=0;t<e.length;++t)e[t]=r[t].listener||r[t];return e}function wo(r,e){return new Promise(function(t,i){function n(o){r.removeListener(e,s),i(o)}function s(){typeof r.removeListener=="function"&&r.removeListener("error",n),t([].slice.call(arguments))}Ni(r,e,s,{once:!0}),e!=="error"&&xo(r,n,{once:!0})})}function xo(r,e,t){typeof r.on=="function"&&Ni(r,"error",e,t)}function Ni(r,e,t,i){if(typeof r.on=="function")i.once?r.once(e,t):r.on(e,t);else if(typeof r.addEventListener=="function")r.addEventListener(e,function n(s){i.once&&r.removeEventListener(e,n),t(s)});else throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type '+typeof r)}});var Fi=O((yc,Wi)=>{"use strict";var ko=dr(),ji=Qe(),re=0,hr=1,zi=2,qi=3,ur=4,Di=5,Ii=6,Ui=7,pr=8,Hi=9,$o=10,fr=class extends ko.EventEmitter{constructor(){super();let e=re,t,i,n,s,o,l,a,f,y=0,g;this._handleTagOpening=function(m,u,k){m?this.emit("endElement",u,!1):(this.emit("startElement",u,k),l&&this.emit("endElement",u,!0))},this.write=function(m){typeof m!="string"&&(m=m.toString());let u=0;t&&(m=t+m,u+=i?0:t.length,i=!1,t=null);function k(){if(typeof y=="number"){let w=m.slice(y,u);return y=void 0,w}}for(;u<m.length;u++){switch(e){case re:{let v=m.indexOf("<",u);v!==-1&&u!==v&&(u=v);break}case pr:{let v=m.indexOf(f,u);v!==-1&&(u=v);break}case hr:{let v=m.indexOf("-->",u);v!==-1&&(u=v+2);break}case $o:{let v=m.indexOf("]]>",u);v!==-1&&(u=v+2);break}}let w=m.charCodeAt(u);switch(e){case re:if(w===60){let v=k();v&&this.emit("text",ji.unescapeXML(v)),e=qi,y=u+1,s={}}break;case Hi:if(w===93)if(m.substr(u+1,2)==="]>"){let v=k();v&&this.emit("text",v),e=re}else m.length<u+2&&(i=!0,u=m.length);break;case qi:w===47&&y===u?(y=u+1,o=!0):w===33?m.substr(u+1,7)==="[CDATA["?(y=u+8,e=Hi):m.length<u+8&&"[CDATA[".startsWith(m.slice(u+1))?(i=!0,u=m.length):(y=void 0,e=hr):w===63?(y=void 0,e=zi):(w<=32||w===47||w===62)&&(n=k(),u--,e=ur);break;case hr:if(w===62){let v=m.charCodeAt(u-1),E=m.charCodeAt(u-2);(v===45&&E===45||v===93&&E===93)&&(e=re)}break;case zi:w===62&&m.charCodeAt(u-1)===63&&(e=re);break;case ur:w===62?(this._handleTagOpening(o,n,s),n=void 0,s=void 0,o=void 0,l=void 0,e=re,y=u+1):w===47?l=!0:w>32&&(y=u,e=Di);break;case Di:(w<=32||w===61)&&(g=k(),u--,e=Ii);break;case Ii:w===61&&(e=Ui);break;case Ui:(w===34||w===39)&&(a=w,f=w===34?'"':"'",e=pr,y=u+1);break;case pr:if(w===a){let v=ji.unescapeXML(k());s[g]=v,g=void 0,e=ur}break}}typeof y=="number"&&y<=m.length&&(t=m.slice(y),y=0)}}end(e){e&&this.write(e),this.write=function(){}}};Wi.exports=fr});var xn=O((hh,wn)=>{"use strict";wn.exports=ua;function bn(r){return r.reduce((e,t)=>e.concat(Array.isArray(t)?bn(t):t),[])}function ua(r){if(!Array.isArray(r))throw new TypeError("Middleware stack must be an array!");r=bn(r);for(let e of r)if(typeof e!="function")throw new TypeError("Middleware must be composed of functions!");return function(e,t){let i=-1;return n(0);function n(s){if(s<=i)return Promise.reject(new Error("next() called multiple times"));i=s;let o=r[s];if(s===r.length&&(o=t),!o)return Promise.resolve();try{return Promise.resolve(o(e,n.bind(null,s+1)))}catch(l){return Promise.reject(l)}}}}});var An=O((Tt,_n)=>{(function(r,e){typeof Tt=="object"?e(Tt,_n):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Tt,function(r,e){function t(){}t.prototype.name="PLAIN",t.prototype.clientFirst=!0,t.prototype.response=function(i){var n="";return n+=i.authzid||"",n+="\0",n+=i.username,n+="\0",n+=i.password,n},t.prototype.challenge=function(i){return this},r=e.exports=t})});var Cn=O((Ct,Tn)=>{(function(r,e){typeof Ct=="object"?e(Ct,Tn,An()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/mechanism"],e)})(Ct,function(r,e,t){r=e.exports=t,r.Mechanism=t})});var qn=O((Pt,zn)=>{(function(r,e){typeof Pt=="object"?e(Pt,zn):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Pt,function(r,e){function t(){this._mechs=[]}t.prototype.use=function(i,n){return n||(n=i,i=n.prototype.name),this._mechs.push({name:i,mech:n}),this},t.prototype.create=function(i){for(var n=0,s=this._mechs.length;n<s;n++)for(var o=0,l=i.length;o<l;o++){var a=this._mechs[n];if(a.name==i[o])return new a.mech}return null},r=e.exports=t})});var In=O((Mt,Dn)=>{(function(r,e){typeof Mt=="object"?e(Mt,Dn,qn()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/factory"],e)})(Mt,function(r,e,t){r=e.exports=t,r.Factory=t})});var Ie=globalThis,Ue=Ie.ShadowRoot&&(Ie.ShadyCSS===void 0||Ie.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Zt=Symbol(),ei=new WeakMap,ve=class{constructor(e,t,i){if(this._$cssResult$=!0,i!==Zt)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Ue&&e===void 0){let i=t!==void 0&&t.length===1;i&&(e=ei.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&ei.set(t,e))}return e}toString(){return this.cssText}},ti=r=>new ve(typeof r=="string"?r:r+"",void 0,Zt),P=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((i,n,s)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+r[s+1],r[0]);return new ve(t,r,Zt)},ri=(r,e)=>{if(Ue)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let i=document.createElement("style"),n=Ie.litNonce;n!==void 0&&i.setAttribute("nonce",n),i.textContent=t.cssText,r.appendChild(i)}},er=Ue?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let i of e.cssRules)t+=i.cssText;return ti(t)})(r):r;var{is:Ks,defineProperty:Ys,getOwnPropertyDescriptor:Js,getOwnPropertyNames:Qs,getOwnPropertySymbols:Zs,getPrototypeOf:eo}=Object,He=globalThis,ii=He.trustedTypes,to=ii?ii.emptyScript:"",ro=He.reactiveElementPolyfillSupport,be=(r,e)=>r,we={toAttribute(r,e){switch(e){case Boolean:r=r?to:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},We=(r,e)=>!Ks(r,e),ni={attribute:!0,type:String,converter:we,reflect:!1,useDefault:!1,hasChanged:We};Symbol.metadata??=Symbol("metadata"),He.litPropertyMetadata??=new WeakMap;var I=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ni){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let i=Symbol(),n=this.getPropertyDescriptor(e,i,t);n!==void 0&&Ys(this.prototype,e,n)}}static getPropertyDescriptor(e,t,i){let{get:n,set:s}=Js(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:n,set(o){let l=n?.call(this);s?.call(this,o),this.requestUpdate(e,l,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ni}static _$Ei(){if(this.hasOwnProperty(be("elementProperties")))return;let e=eo(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(be("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(be("properties"))){let t=this.properties,i=[...Qs(t),...Zs(t)];for(let n of i)this.createProperty(n,t[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[i,n]of t)this.elementProperties.set(i,n)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let n=this._$Eu(t,i);n!==void 0&&this._$Eh.set(n,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let n of i)t.unshift(er(n))}else e!==void 0&&t.push(er(e));return t}static _$Eu(e,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ri(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,i){this._$AK(e,i)}_$ET(e,t){let i=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,i);if(n!==void 0&&i.reflect===!0){let s=(i.converter?.toAttribute!==void 0?i.converter:we).toAttribute(t,i.type);this._$Em=e,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$Em=null}}_$AK(e,t){let i=this.constructor,n=i._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let s=i.getPropertyOptions(n),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:we;this._$Em=n;let l=o.fromAttribute(t,s.type);this[n]=l??this._$Ej?.get(n)??l,this._$Em=null}}requestUpdate(e,t,i,n=!1,s){if(e!==void 0){let o=this.constructor;if(n===!1&&(s=this[e]),i??=o.getPropertyOptions(e),!((i.hasChanged??We)(s,t)||i.useDefault&&i.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,i))))return;this.C(e,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:i,reflect:n,wrapped:s},o){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(t=void 0),this._$AL.set(e,t)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,s]of this._$Ep)this[n]=s;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[n,s]of i){let{wrapped:o}=s,l=this[n];o!==!0||this._$AL.has(n)||l===void 0||this.C(n,void 0,s,l)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};I.elementStyles=[],I.shadowRootOptions={mode:"open"},I[be("elementProperties")]=new Map,I[be("finalized")]=new Map,ro?.({ReactiveElement:I}),(He.reactiveElementVersions??=[]).push("2.1.2");var rr=globalThis,si=r=>r,Fe=rr.trustedTypes,oi=Fe?Fe.createPolicy("lit-html",{createHTML:r=>r}):void 0,ir="$lit$",U=`lit$${Math.random().toFixed(9).slice(2)}$`,nr="?"+U,io=`<${nr}>`,Z=document,ke=()=>Z.createComment(""),$e=r=>r===null||typeof r!="object"&&typeof r!="function",sr=Array.isArray,ui=r=>sr(r)||typeof r?.[Symbol.iterator]=="function",tr=`[ 	
\f\r]`,xe=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ai=/-->/g,li=/>/g,J=RegExp(`>|${tr}(?:([^\\s"'>=/]+)(${tr}*=${tr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ci=/'/g,di=/"/g,pi=/^(?:script|style|textarea|title)$/i,or=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),c=or(1),_=or(2),_l=or(3),H=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),hi=new WeakMap,Q=Z.createTreeWalker(Z,129);function fi(r,e){if(!sr(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return oi!==void 0?oi.createHTML(e):e}var mi=(r,e)=>{let t=r.length-1,i=[],n,s=e===2?"<svg>":e===3?"<math>":"",o=xe;for(let l=0;l<t;l++){let a=r[l],f,y,g=-1,b=0;for(;b<a.length&&(o.lastIndex=b,y=o.exec(a),y!==null);)b=o.lastIndex,o===xe?y[1]==="!--"?o=ai:y[1]!==void 0?o=li:y[2]!==void 0?(pi.test(y[2])&&(n=RegExp("</"+y[2],"g")),o=J):y[3]!==void 0&&(o=J):o===J?y[0]===">"?(o=n??xe,g=-1):y[1]===void 0?g=-2:(g=o.lastIndex-y[2].length,f=y[1],o=y[3]===void 0?J:y[3]==='"'?di:ci):o===di||o===ci?o=J:o===ai||o===li?o=xe:(o=J,n=void 0);let m=o===J&&r[l+1].startsWith("/>")?" ":"";s+=o===xe?a+io:g>=0?(i.push(f),a.slice(0,g)+ir+a.slice(g)+U+m):a+U+(g===-2?l:m)}return[fi(r,s+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},Se=class r{constructor({strings:e,_$litType$:t},i){let n;this.parts=[];let s=0,o=0,l=e.length-1,a=this.parts,[f,y]=mi(e,t);if(this.el=r.createElement(f,i),Q.currentNode=this.el.content,t===2||t===3){let g=this.el.content.firstChild;g.replaceWith(...g.childNodes)}for(;(n=Q.nextNode())!==null&&a.length<l;){if(n.nodeType===1){if(n.hasAttributes())for(let g of n.getAttributeNames())if(g.endsWith(ir)){let b=y[o++],m=n.getAttribute(g).split(U),u=/([.?@])?(.*)/.exec(b);a.push({type:1,index:s,name:u[2],strings:m,ctor:u[1]==="."?Ge:u[1]==="?"?Xe:u[1]==="@"?Ve:te}),n.removeAttribute(g)}else g.startsWith(U)&&(a.push({type:6,index:s}),n.removeAttribute(g));if(pi.test(n.tagName)){let g=n.textContent.split(U),b=g.length-1;if(b>0){n.textContent=Fe?Fe.emptyScript:"";for(let m=0;m<b;m++)n.append(g[m],ke()),Q.nextNode(),a.push({type:2,index:++s});n.append(g[b],ke())}}}else if(n.nodeType===8)if(n.data===nr)a.push({type:2,index:s});else{let g=-1;for(;(g=n.data.indexOf(U,g+1))!==-1;)a.push({type:7,index:s}),g+=U.length-1}s++}}static createElement(e,t){let i=Z.createElement("template");return i.innerHTML=e,i}};function ee(r,e,t=r,i){if(e===H)return e;let n=i!==void 0?t._$Co?.[i]:t._$Cl,s=$e(e)?void 0:e._$litDirective$;return n?.constructor!==s&&(n?._$AO?.(!1),s===void 0?n=void 0:(n=new s(r),n._$AT(r,t,i)),i!==void 0?(t._$Co??=[])[i]=n:t._$Cl=n),n!==void 0&&(e=ee(r,n._$AS(r,e.values),n,i)),e}var Be=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,n=(e?.creationScope??Z).importNode(t,!0);Q.currentNode=n;let s=Q.nextNode(),o=0,l=0,a=i[0];for(;a!==void 0;){if(o===a.index){let f;a.type===2?f=new ce(s,s.nextSibling,this,e):a.type===1?f=new a.ctor(s,a.name,a.strings,this,e):a.type===6&&(f=new Ke(s,this,e)),this._$AV.push(f),a=i[++l]}o!==a?.index&&(s=Q.nextNode(),o++)}return Q.currentNode=Z,n}p(e){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},ce=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,n){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ee(this,e,t),$e(e)?e===p||e==null||e===""?(this._$AH!==p&&this._$AR(),this._$AH=p):e!==this._$AH&&e!==H&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):ui(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==p&&$e(this._$AH)?this._$AA.nextSibling.data=e:this.T(Z.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,n=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=Se.createElement(fi(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===n)this._$AH.p(t);else{let s=new Be(n,this),o=s.u(this.options);s.p(t),this.T(o),this._$AH=s}}_$AC(e){let t=hi.get(e.strings);return t===void 0&&hi.set(e.strings,t=new Se(e)),t}k(e){sr(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,n=0;for(let s of e)n===t.length?t.push(i=new r(this.O(ke()),this.O(ke()),this,this.options)):i=t[n],i._$AI(s),n++;n<t.length&&(this._$AR(i&&i._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let i=si(e).nextSibling;si(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},te=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,n,s){this.type=1,this._$AH=p,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=s,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=p}_$AI(e,t=this,i,n){let s=this.strings,o=!1;if(s===void 0)e=ee(this,e,t,0),o=!$e(e)||e!==this._$AH&&e!==H,o&&(this._$AH=e);else{let l=e,a,f;for(e=s[0],a=0;a<s.length-1;a++)f=ee(this,l[i+a],t,a),f===H&&(f=this._$AH[a]),o||=!$e(f)||f!==this._$AH[a],f===p?e=p:e!==p&&(e+=(f??"")+s[a+1]),this._$AH[a]=f}o&&!n&&this.j(e)}j(e){e===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Ge=class extends te{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===p?void 0:e}},Xe=class extends te{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==p)}},Ve=class extends te{constructor(e,t,i,n,s){super(e,t,i,n,s),this.type=5}_$AI(e,t=this){if((e=ee(this,e,t,0)??p)===H)return;let i=this._$AH,n=e===p&&i!==p||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,s=e!==p&&(i===p||n);n&&this.element.removeEventListener(this.name,this,i),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ke=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){ee(this,e)}},gi={M:ir,P:U,A:nr,C:1,L:mi,R:Be,D:ui,V:ee,I:ce,H:te,N:Xe,U:Ve,B:Ge,F:Ke},no=rr.litHtmlPolyfillSupport;no?.(Se,ce),(rr.litHtmlVersions??=[]).push("3.3.3");var yi=(r,e,t)=>{let i=t?.renderBefore??e,n=i._$litPart$;if(n===void 0){let s=t?.renderBefore??null;i._$litPart$=n=new ce(e.insertBefore(ke(),s),s,void 0,t??{})}return n._$AI(r),n};var ar=globalThis,W=class extends I{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=yi(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return H}};W._$litElement$=!0,W.finalized=!0,ar.litElementHydrateSupport?.({LitElement:W});var so=ar.litElementPolyfillSupport;so?.({LitElement:W});(ar.litElementVersions??=[]).push("4.2.2");var oo={attribute:!0,type:String,converter:we,reflect:!1,hasChanged:We},ao=(r=oo,e,t)=>{let{kind:i,metadata:n}=t,s=globalThis.litPropertyMetadata.get(n);if(s===void 0&&globalThis.litPropertyMetadata.set(n,s=new Map),i==="setter"&&((r=Object.create(r)).wrapped=!0),s.set(t.name,r),i==="accessor"){let{name:o}=t;return{set(l){let a=e.get.call(this);e.set.call(this,l),this.requestUpdate(o,a,r,!0,l)},init(l){return l!==void 0&&this.C(o,void 0,r,l),l}}}if(i==="setter"){let{name:o}=t;return function(l){let a=this[o];e.call(this,l),this.requestUpdate(o,a,r,!0,l)}}throw Error("Unsupported decorator location: "+i)};function N(r){return(e,t)=>typeof t=="object"?ao(r,e,t):((i,n,s)=>{let o=n.hasOwnProperty(s);return n.constructor.createProperty(s,i),o?Object.getOwnPropertyDescriptor(n,s):void 0})(r,e,t)}function Ye(r){return N({...r,state:!0,attribute:!1})}async function vi(r,e,t){let i=new URL("desk.json",r);i.searchParams.set("desk",e),i.searchParams.set("lang",t.join(","));let n=await fetch(i);if(!n.ok)throw new Error(`${i.pathname}: ${n.status}`);return await n.json()}var at=D(Ze(),1),mr=D(Ei(),1),V=D(Qe(),1);var Gi=D(Fi(),1),Xi=D(Ze(),1);var F=D(dr(),1);var X=class extends Error{constructor(e){super(e),this.name="TimeoutError"}};function rt(r){let e,t=new Promise(i=>{e=setTimeout(i,r)});return t.timeout=e,t}function it(r,e){let t=rt(e);function i(){clearTimeout(t.timeout)}let n=new X;return Promise.race([r.finally(i),t.then(()=>{throw n})])}var Bi=new WeakMap;function ie(r){let e=Bi.get(r);if(!e){let t=(r.addEventListener??r.addListener).bind(r),i=(r.removeEventListener??r.removeListener).bind(r),n=(r.once??((s,o)=>r.addEventListener(s,o,{once:!0}))).bind(r);e={on:t,off:i,once:n},Bi.set(r,e)}return e}function j(r,e,t="error",i){return new Promise((n,s)=>{let o,{off:l,once:a}=ie(r),f=()=>{clearTimeout(o),l(e,g),l(t,y)};function y(b){s(b),f()}function g(b){n(b),f()}if(a(e,g),t&&a(t,y),i){let b=new X;o=setTimeout(()=>{f(),s(b)},i)}})}function nt(){this.promise=new Promise((r,e)=>{this.resolve=r,this.reject=e})}function ne(r,e=null,t){return new Promise((i,n)=>{function s(a){r.removeListener("nonza",l),n(a)}function o(...a){r.removeListener("nonza",l),i(...a)}async function l(a){try{await t(a,o)}catch(f){s(f)}}e&&r.send(e).catch(s),r.on("nonza",l)})}function se(r){return{subscribe(e){let{on:t}=ie(e);for(let[i,n]of Object.entries(r))t(i,n)},unsubscribe(e){let{off:t}=ie(e);for(let[i,n]of Object.entries(r))t(i,n)}}}var M=class extends Error{constructor(...e){super(...e),this.name="XMLError"}};var st=class extends F.EventEmitter{constructor(){super();let e=new Gi.default;this.root=null,this.cursor=null,e.on("startElement",this.onStartElement.bind(this)),e.on("endElement",this.onEndElement.bind(this)),e.on("text",this.onText.bind(this)),this.parser=e}onStartElement(e,t){let i=new Xi.default(e,t),{root:n,cursor:s}=this;n?s!==n&&s.append(i):(this.root=i,this.emit("start",i)),this.cursor=i}onEndElement(e){let{root:t,cursor:i}=this;if(e!==i.name){this.emit("error",new M(`${i.name} must be closed.`));return}if(i===t){this.emit("end",t);return}if(!i.parent){i.parent=t,this.emit("element",i),this.cursor=t;return}this.cursor=i.parent}onText(e){let{cursor:t}=this;if(!t){this.emit("error",new M(`${e} must be a child.`));return}t.t(e)}write(e){this.parser.write(e)}end(e){e&&this.parser.write(e)}};st.XMLError=M;var ot=st;function d(...r){return(0,mr.default)(...r)}Object.assign(d,{Element:at.default,createElement:mr.default,Parser:ot,escapeXML:V.escapeXML,unescapeXML:V.unescapeXML,escapeXMLText:V.escapeXMLText,unescapeXMLText:V.unescapeXMLText,XMLError:M,xml:d});var lt="jabber:client",h={archive:"urn:xmpp:mam:2",carbons:"urn:xmpp:carbons:2",correction:"urn:xmpp:message-correct:0",delay:"urn:xmpp:delay",fallback:"urn:xmpp:fallback:0",form:"jabber:x:data",forward:"urn:xmpp:forward:0",hints:"urn:xmpp:hints",identity:"urn:xmpp:sid:0",info:"http://jabber.org/protocol/disco#info",items:"http://jabber.org/protocol/disco#items",line:"urn:xmpp:imref:line:0",markers:"urn:xmpp:chat-markers:0",nick:"http://jabber.org/protocol/nick",oob:"jabber:x:oob",ping:"urn:xmpp:ping",reactions:"urn:xmpp:reactions:0",receipts:"urn:xmpp:receipts",reply:"urn:xmpp:reply:0",responses:"urn:xmpp:tmp:quick-response",retraction:"urn:xmpp:message-retract:1",pages:"http://jabber.org/protocol/rsm",states:"http://jabber.org/protocol/chatstates",upload:"urn:xmpp:http:upload:0"},Vi=[h.info,h.correction,h.markers,h.nick,h.oob,h.ping,h.reactions,h.receipts,h.responses,h.retraction,h.states];var So=["active","composing","paused","inactive","gone"],Eo=["remote-server-not-found","remote-server-timeout","resource-constraint","internal-server-error"];function dt(r,e){let t=r.getChild("received",h.carbons)??r.getChild("sent",h.carbons),i=r.getChild("result",h.archive),n=t??i;if(!n)return Ki(r,Yi(r,e),gr(r));let{from:s}=r.attrs;if(s&&s!==e)return;let o=n.getChild("forwarded",h.forward),l=o?.getChild("message");if(!o||!l)return;let a=i?.attrs.id??Yi(l,e);return Ki(l,a,gr(o)||gr(l))}function yr({message:r,at:e},{me:t,desk:i}){let n=ct(r.attrs.from??t),s=n===t;return(s?ct(r.attrs.to??t)!==i:n!==i)?[]:r.attrs.type==="error"?[Ro(r)]:[..._o(r,s),...Ao(r,s,e)]}function ct(r){return(r.split("/",1)[0]??"").toLowerCase()}function*_o(r,e){let t=r.getChild("received",h.receipts);t&&(yield{what:"receipt",mine:e,id:t.attrs.id??""});let i=r.getChild("displayed",h.markers);i&&(yield{what:"displayed",mine:e,id:i.attrs.id??""});let n=So.find(s=>r.getChild(s,h.states));n&&(yield{what:"state",mine:e,state:n})}function*Ao(r,e,t){let i=r.getChild("retract",h.retraction),n=r.getChild("reactions",h.reactions);if(i)yield{what:"retraction",mine:e,id:i.attrs.id??""};else if(n){let s=n.getChildren("reaction").map(o=>o.text());yield{what:"reactions",mine:e,id:n.attrs.id??"",emojis:s}}else r.getChild("body")&&(yield To(r,e,t))}function To(r,e,t){let i=Lo(r.getChild("x",h.oob)?.getChildText("url")??""),n=r.getChildText("body")??"";return{what:"words",mine:e,id:r.attrs.id??r.getChild("origin-id",h.identity)?.attrs.id??"",nick:r.getChildText("nick",h.nick)??"",text:i&&n.trim()===i?"":n,at:t,replaces:r.getChild("replace",h.correction)?.attrs.id??"",choices:r.getChildren("response",h.responses).map(Co),place:Number(r.getChild("line",h.line)?.attrs.place??0)||0,over:r.getChild("over",h.line)!==void 0,url:i,asks:r.getChild("request",h.receipts)!==void 0}}function Co({attrs:r}){let e=r.value??"";return{value:e,label:r.label??e}}function Lo(r){return/^https?:\/\//i.test(r)?r:""}function Ro(r){let e=r.getChild("error"),t=e?.getChildElements().find(({name:o})=>o!=="text")?.name??"",i=t==="forbidden"&&r.getChild("body")!==void 0,n=e?.attrs.type==="wait"||Eo.includes(t)||i,s=e?.getChildText("text")??"";return{what:"refused",id:r.attrs.id??"",again:n,why:s}}function Ki(r,e,t){return{message:r,archived:e,at:t}}function Yi(r,e){return r.getChildren("stanza-id",h.identity).find(({attrs:i})=>i.by===e)?.attrs.id??""}function gr(r){let e=r.getChild("delay",h.delay)?.attrs.stamp??"";return Date.parse(e)||0}var Po=1e4;function vr(r,e,t){return ht(r,e.id)(d("body",{},e.text),d("request",{xmlns:h.receipts}),d("markable",{xmlns:h.markers}),d("active",{xmlns:h.states}),d("origin-id",{xmlns:h.identity,id:e.id}),e.replaces&&d("replace",{xmlns:h.correction,id:e.replaces}),e.url&&d("x",{xmlns:h.oob},d("url",{},e.url)),e.name&&d("nick",{xmlns:h.nick},e.name),e.email&&br({email:e.email}),t-e.at>Po&&d("delay",{xmlns:h.delay,stamp:Mo(e.at)}))}function Ji(r,e){return ht(r)(d("received",{xmlns:h.receipts,id:e}))}function Qi(r,e){return ht(r)(d("displayed",{xmlns:h.markers,id:e}))}function Zi(r,e){return ht(r)(d(e,{xmlns:h.states}),d("no-store",{xmlns:h.hints}))}function he(r,e){return d("presence",{to:r,type:e,xmlns:lt})}function z(r,e,t){return d("iq",{type:r,to:e,id:q(),xmlns:lt},t)}function en(){return d("query",{xmlns:h.info},d("identity",{category:"client",type:"web",name:"imref"}),...Vi.map(r=>d("feature",{var:r})))}function br(r,e){let t=e&&d("field",{var:"FORM_TYPE",type:"hidden"},d("value",{},e)),i=Object.entries(r).map(([n,s])=>d("field",{var:n},d("value",{},s)));return d("x",{xmlns:h.form,type:"submit"},t,...i)}function q(){return[...crypto.getRandomValues(new Uint8Array(12))].map(e=>e.toString(16).padStart(2,"0")).join("")}function ht(r,e=q()){return(...t)=>d("message",{type:"chat",to:r,id:e,xmlns:lt},...t)}function Mo(r){return new Date(r).toISOString()}var No=50,jo=10,ut=class{constructor(e,t){this.desk=e;this.request=t;this.last="";this.gap=!0;this.reading=!1;this.query="";this.page=[]}get complete(){return!this.gap}note(e){e&&!this.gap&&(this.last=e)}interrupt(){this.gap=!0}forget(){this.last="",this.gap=!0}take(e,t){let i=e.getChild("result",h.archive);if(!i)return!1;let n=dt(e,t);return n&&i.attrs.queryid===this.query&&this.page.push(n),!0}async read(e){if(!this.reading){this.reading=!0;try{(!this.last||!await this.forwards(e))&&await this.backwards(e),this.gap=!1}catch{}finally{this.reading=!1}}}async forwards(e){for(;;){let t;try{t=await this.turn(d("after",{},this.last))}catch(i){if(qo(i)==="item-not-found")return!1;throw i}if(e.later(this.page),this.last=t.last||this.last,t.complete)return!0}}async backwards(e){let t="";for(let i=0;i<jo;i++){let n=await this.turn(d("before",{},t));if(e.earlier(this.page,!t),t||(this.last=n.last),t=n.first,n.complete||!t)return}}async turn(e){this.query=q(),this.page=[];let t=br({with:this.desk},h.archive),i=d("set",{xmlns:h.pages},d("max",{},String(No)),e),n=d("query",{xmlns:h.archive,queryid:this.query},t,i);return zo(await this.request(z("set",void 0,n)))}};function zo(r){let e=r.getChild("fin",h.archive),t=e?.getChild("set",h.pages);return{complete:e?.attrs.complete==="true",first:t?.getChildText("first")??"",last:t?.getChildText("last")??""}}function qo(r){return r instanceof Error&&"condition"in r?String(r.condition):""}function tn(r){let e=new AbortController,{signal:t}=e;return addEventListener("online",()=>r.awake(),{signal:t}),addEventListener("offline",()=>r.cutOff(),{signal:t}),addEventListener("pageshow",({persisted:i})=>i&&r.awake(),{signal:t}),addEventListener("pagehide",()=>r.leaving(),{signal:t}),document.addEventListener("visibilitychange",()=>wr()&&r.awake(),{signal:t}),()=>e.abort()}function wr(){return document.visibilityState==="visible"}var pt={failed:0,sending:1,sent:2,kept:3,read:4};function ue(r,e){return r?e:`~${e}`}function nn(r){return r.id.slice(1)}var ft=class{constructor(){this.lines=[];this.early=new Map;this.corrections=new Map;this.awaited=new Map;this.versions=new Map;this.places=new Map;this.endings=new Set}hear(e,t){let i=this.lines.length,n=this.put({...e,at:e.at||t},this.lines.at(-1)?.id??"",!1);return this.lines.length>i?n:""}recall(e,t){return this.put(e,t,!0)}show(e,t,i=""){e.replaces?this.showCorrection(e,e.replaces,t,i):(this.find(e.id)||this.append(rn(e)),this.change(e.id,n=>({...n,url:e.url??"",mark:t,failure:i})))}attach(e,t,i,n=""){this.find(e.id)||this.append(rn(e)),this.change(e.id,s=>({...s,file:t,mark:i,failure:n}))}raise(e,t){let i=this.corrections.get(e)??e,n=this.awaited.get(i);n&&n!==e||(pt[t]>=pt.kept&&this.awaited.delete(i),this.change(i,s=>pt[t]>pt[s.mark]?{...s,mark:t,failure:""}:s))}displayed(e){this.raise(e,"read");let t=this.indexOf(this.corrections.get(e)??e);this.lines=this.lines.map((i,n)=>n<t&&i.from==="me"&&i.mark==="kept"?{...i,mark:"read"}:i)}react(e,t,i){e||this.changeOrWait(this.target(!0,t),n=>({...n,reactions:i}))}retract(e,t){this.changeOrWait(this.target(e,t),i=>{let{file:n,...s}=i;return{...s,text:"",url:"",retracted:!0,choices:[]}})}find(e){return this.lines[this.indexOf(e)]}clear(){this.lines=[];for(let e of[this.early,this.corrections,this.awaited,this.versions,this.places])e.clear();this.endings.clear()}get correctable(){let e=this.lines.findLast(({from:i})=>i==="me");return e&&!e.retracted&&!e.url&&!e.file&&e.mark!=="failed"?e.id:""}get newest(){return this.lines.findLast(({from:e})=>e!=="me")}get answering(){let e=this.lines.findLast(t=>t.from==="librarian"||this.placeOf(t)||this.endings.has(t.id));return e?.from==="librarian"?e.nick:""}get place(){return this.newest?this.placeOf(this.newest):0}unread(e){let t=this.lines.findLastIndex(i=>i.from==="me"||i.id===e);return this.lines.length-1-t}put(e,t,i){if(e.replaces&&(this.correct(e,i)||i))return t;let n=ue(e.mine,e.id);if(this.find(n))return e.mine&&this.raise(e.id,"sent"),this.indexOf(t)>this.indexOf(n)?t:n;e.place&&this.places.set(n,e.place),e.over&&this.endings.add(n);let o=this.indexOf(t)+1,l=this.lines.some((a,f)=>f>=o&&Do(a));this.insert(Io(e,e.mine&&l?"read":"kept"),o);for(let a of this.early.get(n)??[])this.change(n,a);return this.early.delete(n),n}correct(e,t){let i=this.target(e.mine,e.replaces);if(this.corrections.set(ue(e.mine,e.id),i),this.awaited.has(i))return!0;let n=this.newerText(i,e.text,e.at);return t?this.changeOrWait(i,n):this.change(i,n),this.find(i)!==void 0}showCorrection(e,t,i,n){this.corrections.set(e.id,t),this.awaited.set(t,e.id),this.versions.set(t,e.at),this.changeOrWait(t,s=>({...s,text:e.text,corrected:!0,mark:i,failure:n}))}newerText(e,t,i){return n=>i<(this.versions.get(e)??0)?n:(this.versions.set(e,i),{...n,text:t,corrected:!0})}target(e,t){let i=ue(e,t);return this.corrections.get(i)??i}changeOrWait(e,t){this.find(e)?this.change(e,t):this.early.set(e,[...this.early.get(e)??[],t])}change(e,t){this.lines=this.lines.map(i=>i.id===e?t(i):i)}append(e){this.insert(e,this.lines.length)}insert(e,t){this.lines=[...this.lines.slice(0,t),e,...this.lines.slice(t)]}indexOf(e){return this.lines.findLastIndex(t=>t.id===e)}placeOf(e){return this.places.get(e.id)??0}};function rn(r){return{id:r.id,from:"me",nick:r.name??"",text:r.url===r.text?"":r.text,at:r.at,mark:"sending",failure:"",corrected:!1,retracted:!1,choices:[],url:r.url??"",...r.url&&{file:sn(r.url)},reactions:[]}}function Do({from:r,mark:e}){return r==="me"&&e==="read"}function Io(r,e){let{mine:t,id:i,nick:n,text:s,at:o,url:l,choices:a}=r;return{id:ue(t,i),from:t?"me":n?"librarian":"desk",nick:n,text:s,at:o,mark:e,failure:"",corrected:!1,retracted:!1,choices:a,url:l,...l&&!s&&{file:sn(l)},reactions:[]}}function sn(r){let e=new URL(r).pathname.split("/").at(-1)??"";return{name:Uo(e),size:0,progress:1}}function Uo(r){try{return decodeURIComponent(r)}catch{return r}}var mt=class{constructor(e,t,i){this.thread=e;this.memory=t;this.tell=i;this.shown=!1}get unread(){return this.thread.unread(this.memory.get("seen")??"")}look(){this.shown=!0,this.note()}distract(){this.shown=!1}note(){let{newest:e}=this.thread;if(!this.shown||!e||!wr())return;this.memory.set("seen",e.id);let t=this.thread.lines.findLast(({from:i})=>i==="librarian");!t||this.memory.get("displayed")===t.id||this.tell(nn(t))&&this.memory.set("displayed",t.id)}seenElsewhere(e){this.memory.set("seen",ue(!1,e))}};var on={now:()=>Date.now(),after(r,e){let t=setTimeout(e,r);return()=>clearTimeout(t)}},pe=class{constructor(e,t,i=Math.random){this.first=e;this.longest=t;this.random=i;this.tries=0}next(){return Math.min(this.first*2**this.tries++,this.longest)*(.5+this.random()/2)}reset(){this.tries=0}};var oe=class extends Error{constructor(t){super("refused");this.seconds=t;this.name="Refusal"}};var Ho=[500,3e4],Wo=2e4,Fo=5e3,gt=class{constructor(e,t,i){this.ways=e;this.ears=t;this.clock=i;this.backOff=new pe(...Ho);this.wanted=!1;this.up=!1;this.trying=!1}get online(){return this.up}get me(){return this.guest?ct(this.guest.jid):""}get domain(){return this.me.split("@")[1]??""}open(){this.wanted=!0,this.tryNow()}send(e){this.up&&this.stream?.client.send(e).catch(()=>{})}request(e,t=15e3){return!this.up||!this.stream?Promise.reject(new Error("offline")):this.stream.iq.request(e,t)}wake(){this.wanted&&(this.up?this.prove():this.tryNow())}cut(){let e=this.stream?.client.socket?.socket;e&&(e.close(),e.dispatchEvent(new CloseEvent("close",{wasClean:!1})))}leave(){let e=this.stream?.client;!this.up||!e||(e.send(he(void 0,"unavailable")).catch(()=>{}),e.write(e.footer(e.footerElement())).catch(()=>{}))}async close(){this.wanted=this.trying=!1,this.stopWaiting(),this.cancelLogIn?.();let e=this.stream?.client;this.stream=void 0,this.up=!1,e?.socket&&await e.stop().catch(()=>{})}async forget(){await this.close(),this.guest=void 0}tryNow(){this.stopWaiting(),!(this.up||this.trying||!this.wanted)&&(this.trying=!0,this.connect().catch(e=>this.failed(e)))}async connect(){this.guest??=await this.ways.guest(),this.wanted&&(this.stream??=this.listening(this.ways.stream(this.guest)),this.cancelLogIn=this.clock.after(Wo,()=>this.cut()),await this.stream.connect())}failed(e){e instanceof oe?(this.trying=this.wanted=!1,this.ears.refused(e)):this.stream?.client.socket?this.cut():this.later()}listening(e){let{client:t,management:i}=e;return t.on("online",()=>this.arrived(e,!1)),i.on("resumed",()=>this.arrived(e,!0)),i.on("ack",n=>this.ears.acknowledged(n.attrs.id??"")),t.on("stanza",n=>this.ears.stanza(n)),t.on("error",n=>this.trouble(e,n)),t.on("disconnect",()=>this.gone(e)),e}arrived(e,t){e===this.stream&&(this.cancelLogIn?.(),this.backOff.reset(),this.trying=!1,this.up=!0,this.ears.online(t))}trouble(e,t){e!==this.stream||this.up||(this.cut(),t.name==="SASLError"&&(this.guest=void 0,this.stream=void 0))}gone(e){if(this.stream&&e!==this.stream)return;let t=this.up;this.up=!1,t&&this.ears.lost(),this.later()}later(){this.trying=!1,this.cancelLogIn?.(),!(!this.wanted||this.cancelTry)&&(this.cancelTry=this.clock.after(this.backOff.next(),()=>this.tryNow()))}stopWaiting(){this.cancelTry?.(),this.cancelTry=void 0}async prove(){try{await this.request(z("get",this.domain,d("ping",{xmlns:h.ping})),Fo)}catch{this.cut()}}};var Bo=2e4,Go=[4e3,3e4],yt=class{constructor(e,t,i){this.outbox=e;this.clock=t;this.send=i;this.flying=new Map;this.patience=new pe(...Go);this.ready=!1}begin(){this.land(),this.ready=!0,this.flush()}goOn(){this.ready=!0,this.flush()}rest(){this.ready=!1}flush(){if(!(!this.ready||this.release))for(let e of this.outbox.own)this.flying.has(e.id)||this.dispatch(e)}kept(e){this.stopWaiting(e),this.outbox.settle(e),this.patience.reset()}notNow(e){this.outbox.find(e)&&(this.stopWaiting(e),this.release??=this.clock.after(this.patience.next(),()=>this.goAhead()))}isThere(){this.release?.(),this.release&&this.goAhead()}failed(e,t){this.stopWaiting(e),this.outbox.fail(e,t)}stop(){this.rest(),this.land()}goAhead(){this.release=void 0,this.flush()}dispatch(e){this.flying.set(e.id,this.clock.after(Bo,()=>this.missed(e.id))),this.send(e)}missed(e){this.flying.delete(e),this.flush()}stopWaiting(e){this.flying.get(e)?.(),this.flying.delete(e)}land(){this.release?.(),this.release=void 0;for(let e of[...this.flying.keys()])this.stopWaiting(e)}};var Xo=["authorization","cookie","expires"],Vo="cookie";async function an(r,e){let i=(await e(z("get",r,d("query",{xmlns:h.items})))).getChild("query",h.items)?.getChildren("item")??[],s=[r,...i.map(({attrs:o})=>o.jid??"")].map(o=>Ko(o,e).catch(()=>{}));return(await Promise.all(s)).find(o=>o!==void 0)}async function ln(r,e,t,i){let n=await Yo(r,e,t);return await Zo(n,e,i),n.get}async function Ko(r,e){let i=(await e(z("get",r,d("query",{xmlns:h.info})))).getChild("query",h.info),n=i?.getChildren("feature").some(({attrs:l})=>l.var===h.upload);if(!i||!n)return;let o=i.getChildren("x",h.form).flatMap(l=>l.getChildren("field")).find(({attrs:l})=>l.var==="max-file-size")?.getChildText("value");return{address:r,most:Number(o)||Number.POSITIVE_INFINITY}}async function Yo(r,e,t){let i=d("request",{xmlns:h.upload,filename:e.name,size:e.size,"content-type":e.type||"application/octet-stream"}),n=(await t(z("get",r.address,i))).getChild("slot",h.upload),s=n?.getChild("put");return{put:s?.attrs.url??"",get:n?.getChild("get")?.attrs.url??"",headers:(s?.getChildren("header")??[]).map(Jo).filter(([o])=>Qo(o))}}function Jo(r){return[r.attrs.name??"",r.text().replace(/[\r\n]/g,"")]}function Qo(r){let e=r.toLowerCase();return Xo.includes(e)&&e!==Vo}function Zo(r,e,t){return new Promise((i,n)=>{let s=new XMLHttpRequest;s.open("PUT",r.put),s.setRequestHeader("Content-Type",e.type||"application/octet-stream");for(let[o,l]of r.headers)s.setRequestHeader(o,l);s.upload.onprogress=({loaded:o,total:l})=>t(l?o/l:0),s.onerror=()=>n(new Error("upload: no connection")),s.onload=()=>{s.status>=200&&s.status<300?i():n(new Error(`upload: ${s.status}`))},s.send(e)})}var vt=class{constructor(e,t,i,n,s){this.thread=e;this.connection=t;this.clock=i;this.say=n;this.changed=s;this.waiting=new Map;this.ask=e=>this.connection.request(e)}get possible(){return this.place!==void 0}async lookForPlace(){this.place??=await an(this.connection.domain,this.ask).catch(()=>{}),this.changed()}send(e){let t=q();this.waiting.set(t,e),this.bring(t,e)}again(e){let t=this.waiting.get(e);t&&this.bring(e,t)}forget(){this.place=void 0,this.waiting.clear()}async bring(e,t){let i=this.thread.find(e)?.at??this.clock.now(),n=(s,o="sending",l="")=>{let a={name:t.name,size:t.size,progress:s};this.thread.attach({id:e,text:"",at:i},a,o,l),this.changed()};n(0);try{let s=await this.put(t,n);n(1),this.waiting.delete(e),this.say({id:e,text:s,url:s,at:i})}catch(s){n(0,"failed",ea(s))}}put(e,t){return this.place?ln(this.place,e,this.ask,t):Promise.reject(new Error("no place for files"))}};function ea(r){return r instanceof Error&&"text"in r?String(r.text??""):""}var ta=60;async function cn(r){let e=await fetch(r,{method:"POST",credentials:"include"});if(e.status===429)throw new oe(Number(e.headers.get("Retry-After"))||ta);if(e.status>=400&&e.status<500)throw new oe(0);if(!e.ok)throw new Error(`guest: ${e.status}`);return await e.json()}async function dn(r){let e=await fetch(`${r}/forget`,{method:"POST",credentials:"include"});if(!e.ok)throw new Error(`guest/forget: ${e.status}`)}var bt=class{constructor(e,t){this.shelf=e;this.prefix=`imref-ask ${t} `}get(e){try{let t=this.shelf.getItem(this.prefix+e);return t===null?void 0:JSON.parse(t)}catch{return}}set(e,t){try{this.shelf.setItem(this.prefix+e,JSON.stringify(t))}catch{}}remove(e){this.shelf.removeItem(this.prefix+e)}names(e=""){return Array.from({length:this.shelf.length},(i,n)=>this.shelf.key(n)).filter(i=>i?.startsWith(this.prefix+e)??!1).map(i=>i.slice(this.prefix.length))}clear(){for(let e of this.names())this.remove(e)}watch(e){let t=({key:i,storageArea:n})=>{n===this.shelf&&i?.startsWith(this.prefix)&&e(i.slice(this.prefix.length))};return addEventListener("storage",t),()=>removeEventListener("storage",t)}};function hn(){try{let r="imref-ask";return localStorage.setItem(r,""),localStorage.removeItem(r),localStorage}catch{return new xr}}var xr=class{constructor(){this.things=new Map}get length(){return this.things.size}key(e){return[...this.things.keys()][e]??null}getItem(e){return this.things.get(e)??null}setItem(e,t){this.things.set(e,t)}removeItem(e){this.things.delete(e)}};var ae="line ",Ae=class{constructor(e,t){this.memory=e;this.tabs=t}get all(){return this.memory.names(ae).map(e=>this.memory.get(e)).filter(e=>e!==void 0).sort((e,t)=>e.at-t.at)}get own(){return this.all.filter(({tab:e,failure:t})=>e===this.tabs.own&&t===void 0)}find(e){return this.memory.get(ae+e)}keep(e,t){let i={...e,tab:this.tabs.own,guest:t};return this.memory.set(ae+e.id,i),i}settle(e){this.memory.remove(ae+e)}fail(e,t){let i=this.find(e);i&&this.memory.set(ae+e,{...i,failure:t})}retry(e,t){let i=this.find(e);if(!i)return;let{failure:n,...s}=i;return this.keep(s,t)}async adopt(e){let t=await this.tabs.alive();for(let i of this.all)i.guest&&i.guest!==e?this.fail(i.id,i.failure??""):(!t.has(i.tab)||i.tab===this.tabs.own)&&this.keep(i,e)}static lineOf(e){return e.startsWith(ae)?e.slice(ae.length):""}};var wt=class{constructor(e){this.parts=e;this.anchor=""}forget(){this.anchor=""}stanza(e){let{archive:t,parties:i}=this.parts,{me:n}=i();if(t.take(e,n))return!1;let s=dt(e,n);return s!==void 0&&this.live(s,s.message!==e)}earlier(e,t){let i=this.recall(e,"");t&&(this.anchor=i)}later(e){this.anchor=this.recall(e,this.anchor)}live(e,t){let{archive:i,parties:n}=this.parts,s=yr(e,n());for(let o of s)o.what==="words"?this.words(o,e.archived,t):this.sign(o);return s.length>0&&i.note(e.archived),s.length>0}words(e,t,i){let{thread:n,archive:s,attention:o,courier:l,typing:a,clock:f}=this.parts,y=n.hear(e,f.now());y&&t&&s.complete&&(this.anchor=y),!e.mine&&(a.hear("active"),y&&o.distract(),l.isThere(),e.asks&&e.id&&!i&&this.parts.receipt(e.id))}recall(e,t){let i=t;for(let n of e)for(let s of yr(n,this.parts.parties()))s.what==="words"?i=this.parts.thread.recall(s,i):s.what!=="state"&&s.what!=="refused"&&this.sign(s);return this.parts.read(),i}sign(e){let{thread:t,typing:i}=this.parts;switch(e.what){case"receipt":e.mine||this.kept(e.id);break;case"displayed":this.displayed(e.id,e.mine);break;case"state":e.mine||i.hear(e.state);break;case"reactions":t.react(e.mine,e.id,e.emojis);break;case"retraction":t.retract(e.mine,e.id);break;case"refused":this.refused(e.id,e.again,e.why)}}displayed(e,t){t?this.parts.attention.seenElsewhere(e):(this.kept(e),this.parts.thread.displayed(e))}kept(e){this.parts.courier.kept(e),this.parts.thread.raise(e,"kept"),this.parts.kept(e)}refused(e,t,i){let{outbox:n,courier:s,thread:o}=this.parts,l=n.find(e);l&&(t?s.notNow(e):s.failed(e,i),o.show(l,t?"sending":"failed",t?"":i))}};function xt(r){return!(!r||r.replaceAll(String.raw`\20`,"").replaceAll(String.raw`\22`,"").replaceAll(String.raw`\26`,"").replaceAll(String.raw`\27`,"").replaceAll(String.raw`\2f`,"").replaceAll(String.raw`\3a`,"").replaceAll(String.raw`\3c`,"").replaceAll(String.raw`\3e`,"").replaceAll(String.raw`\40`,"").replaceAll(String.raw`\5c`,"").search(/[ "&'/:<>@\\]/g)===-1)}function kt(r){return r===null?null:r.replaceAll(/^\s+|\s+$/g,"").replaceAll("\\",String.raw`\5c`).replaceAll(" ",String.raw`\20`).replaceAll('"',String.raw`\22`).replaceAll("&",String.raw`\26`).replaceAll("'",String.raw`\27`).replaceAll("/",String.raw`\2f`).replaceAll(":",String.raw`\3a`).replaceAll("<",String.raw`\3c`).replaceAll(">",String.raw`\3e`).replaceAll("@",String.raw`\40`)}function $t(r){return r===null?null:r.replaceAll(String.raw`\20`," ").replaceAll(String.raw`\22`,'"').replaceAll(String.raw`\26`,"&").replaceAll(String.raw`\27`,"'").replaceAll(String.raw`\2f`,"/").replaceAll(String.raw`\3a`,":").replaceAll(String.raw`\3c`,"<").replaceAll(String.raw`\3e`,">").replaceAll(String.raw`\40`,"@").replaceAll(String.raw`\5c`,"\\")}var L=class r{constructor(e,t,i){if(typeof t!="string"||!t)throw new TypeError("Invalid domain.");this.setDomain(t),this.setLocal(typeof e=="string"?e:""),this.setResource(typeof i=="string"?i:"")}[Symbol.toPrimitive](e){return e==="number"?Number.NaN:this.toString()}toString(e){let t=this._domain;return this._local&&(t=this.getLocal(e)+"@"+t),this._resource&&(t=t+"/"+this._resource),t}bare(){return this._resource?new r(this._local,this._domain,null):this}equals(e){return this._local===e._local&&this._domain===e._domain&&this._resource===e._resource}setLocal(e,t){return t=t||xt(e),t&&(e=kt(e)),this._local=e&&e.toLowerCase(),this}getLocal(e=!1){let t=null;return t=e?$t(this._local):this._local,t}setDomain(e){return this._domain=e.toLowerCase(),this}getDomain(){return this._domain}setResource(e){return this._resource=e,this}getResource(){return this._resource}};Object.defineProperty(L.prototype,"local",{get:L.prototype.getLocal,set:L.prototype.setLocal});Object.defineProperty(L.prototype,"domain",{get:L.prototype.getDomain,set:L.prototype.setDomain});Object.defineProperty(L.prototype,"resource",{get:L.prototype.getResource,set:L.prototype.setResource});var Te=L;function St(r){let e,t,i=r.indexOf("/");i!==-1&&(t=r.slice(i+1),r=r.slice(0,i));let n=r.indexOf("@");return n!==-1&&(e=r.slice(0,n),r=r.slice(n+1)),new Te(e,r,t)}function ia(r,e){return r.equals(e)}function un(...r){return!r[1]&&!r[2]?St(...r):new Te(...r)}var K=un.bind();K.jid=un;K.JID=Te;K.parse=St;K.equal=ia;K.detectEscape=xt;K.escapeLocal=kt;K.unescapeLocal=$t;var B=K;var kr=class extends Error{constructor(e,t,i){super(e+(t?` - ${t}`:"")),this.name="XMPPError",this.condition=e,this.text=t,this.application=i}static fromElement(e){let[t,i,n]=e.getChildElements(),s,o;i&&(i.is("text")?s=i:i&&(o=i),n&&(o=n));let l=new this(t.name,s?s.text():"",o);return l.element=e,l}},G=kr;var $r=class extends G{constructor(...e){super(...e),this.name="StreamError"}},pn=$r;function Et(r){let{port:e,hostname:t,protocol:i}=new URL(r);return t==="[::1]"&&(t="::1"),{port:e,hostname:t,protocol:i}}function Sr(r){let{port:e,hostname:t}=Et(`http://${r}`);return{port:e,hostname:t}}function fn(r){return r.includes("://")?Et(r):Sr(r)}var na="urn:ietf:params:xml:ns:xmpp-streams",sa="http://etherx.jabber.org/streams",fe=class extends F.EventEmitter{#e=null;#t=null;constructor(e={}){super(),typeof e=="string"&&(e={domain:e}),this.jid=null,this.timeout=e.timeout||2e3,this.options=e,this.status="offline",this.socket=null,this.parser=null,this.root=null}isSecure(){return this.socket?.secure===!0}async _streamError(e,t){try{await this.send(d("stream:error",{},[d(e,{xmlns:na},t)]))}catch{}return this.disconnect()}_onData(e){let t=e.toString("utf8");this.parser.write(t)}#r(e){this._streamError("bad-format"),this._detachParser(),this.emit("error",e)}#i(e,t){this._detachSocket(),this._status("disconnect",{clean:!e,reason:t})}#n(e,t){this._detachParser(),this._status("close",{clean:!e,reason:t})}_attachSocket(e){this.socket=e,this.#e??=se({data:this._onData.bind(this),close:this.#i.bind(this),connect:()=>this._status("connect"),error:t=>this.emit("error",t)}),this.#e.subscribe(this.socket)}_detachSocket(){this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}_onElement(e){let t=e.is("error",sa);t&&this._onStreamError(e),this.emit("element",e),this.emit(this.isStanza(e)?"stanza":"nonza",e),t&&this.disconnect()}_onStreamError(e){let t=pn.fromElement(e);if(t.condition==="see-other-host")return this._onSeeOtherHost(t);this.emit("error",t)}async _onSeeOtherHost(e){let{protocol:t}=fn(this.options.service),i=e.element.getChildText("see-other-host"),{port:n}=Sr(i),s;s=n?`${t||"xmpp:"}//${i}`:(t?`${t}//`:"")+i;try{await j(this,"disconnect");let{domain:o,lang:l}=this.options;await this.connect(s),await this.open({domain:o,lang:l})}catch(o){this.emit("error",o)}}_attachParser(e){this.parser=e,this.#t??=se({element:this._onElement.bind(this),error:this.#r.bind(this),end:this.#n.bind(this),start:t=>this._status("open",t)}),this.#t.subscribe(this.parser)}_detachParser(){this.parser&&this.#t?.unsubscribe(this.parser),this.parser=null,this.root=null}_jid(e){return this.jid=B(e),this.jid}_status(e,...t){this.status!==e&&(this.status=e,this.emit("status",e,...t),this.emit(e,...t))}_ready(e=!1){e?this.status="online":this._status("online",this.jid)}async disconnect(){let e;try{e=await this._closeStream()}catch(t){this.#n(t)}try{await this._closeSocket()}catch(t){this.#i(!0,t)}return e}async start(){if(this.status!=="offline")throw new Error("Connection is not offline");let{service:e,domain:t,lang:i}=this.options;await this.connect(e);let n=j(this,"online");return await this.open({domain:t,lang:i}),n}async connect(e){this._status("connecting",e);let t=new this.Socket;return this._attachSocket(t),t.connect(this.socketParameters(e)),j(t,"connect")}async _closeSocket(e=this.timeout){this._status("disconnecting"),this.socket.end(),await j(this.socket,"close","error",e)}async open(e){this._status("opening");let{domain:t,lang:i}=e,n=this.headerElement();return n.attrs.to=t,n.attrs["xml:lang"]=i,this.root=n,this._attachParser(new this.Parser),await this.write(this.header(n)),j(this,"open","error",this.timeout)}async stop(){let e=await this.disconnect();return this._status("offline",e),e}async _closeStream(e=this.timeout){await this.#c("close");let t=this.footer(this.footerElement());return await this.write(t),this._status("closing"),j(this.parser,"end","error",e)}async restart(){this._detachParser();let{domain:e,lang:t}=this.options;return this.open({domain:e,lang:t})}async send(e){e.parent=this.root,await this.write(e.toString()),this.emit("send",e)}sendReceive(e,t=this.timeout){return Promise.all([this.send(e),j(this,"element","error",t)]).then(([,i])=>i)}async write(e){if(this.status==="closing")throw new Error("Connection is closing");return new Promise((t,i)=>{this.socket.write(e,n=>n?i(n):t())})}isStanza(e){let{name:t}=e;return t==="iq"||t==="message"||t==="presence"}isNonza(e){return!this.isStanza(e)}header(e){return e.toString()}headerElement(){return new d.Element("",{version:"1.0",xmlns:this.NS})}footer(e){return e.toString()}footerElement(){}socketParameters(){}#s=new Map;#a=new Set(["close"]);hook(e,t){this.#o(e),this.#s.has(e)||this.#s.set(e,new Set),this.#s.get(e).add([t])}#o(e){if(!this.#a.has(e))throw new Error(`Hook event name "${e}" is unknown.`)}unhook(e,t){this.#o(e);let i=this.#s.get("event"),n=[...i].find(s=>s.handler===t);i.remove(n)}async#c(e,...t){this.#o(e);let i=this.#s.get(e);i&&await Promise.all([...i].map(async([n])=>{try{await n(...t)}catch(s){this.emit("error",s)}}))}};fe.prototype.NS="";fe.prototype.Socket=null;fe.prototype.Parser=null;var _t=fe;var At=class extends _t{constructor(e){super(e),this.transports=[]}send(e,...t){return this.Transport.prototype.send.call(this,e,...t)}sendMany(...e){return this.Transport.prototype.sendMany.call(this,...e)}_findTransport(e){return this.transports.find(t=>{try{return t.prototype.socketParameters(e)!==void 0}catch{return!1}})}connect(e){let t=this._findTransport(e);if(!t)throw new Error("No compatible connection method found.");return this.Transport=t,this.Socket=t.prototype.Socket,this.Parser=t.prototype.Parser,super.connect(e)}socketParameters(...e){return this.Transport.prototype.socketParameters(...e)}header(e,...t){let i=this.isSecure()&&this.jid?.bare().toString();return i&&(e.attrs.from=i),this.Transport.prototype.header(e,...t)}headerElement(...e){return this.Transport.prototype.headerElement(...e)}footer(...e){return this.Transport.prototype.footer(...e)}footerElement(...e){return this.Transport.prototype.footerElement(...e)}};At.prototype.NS="jabber:client";var Er=At;var oa="urn:ietf:params:xml:ns:xmpp-stanzas";function aa({name:r,type:e}){return!(r!=="iq"||e==="error"||e==="result")}function la({type:r},e,t){return!(r!=="get"&&r!=="set"||e.length!==1||!t)}function yn({stanza:r}){return d("iq",{to:r.attrs.from,from:r.attrs.to,id:r.attrs.id})}function ca(r,e){let t=yn(r);return t.attrs.type="result",e&&t.append(e),t}function mn(r,e,t){let i=yn(r);return i.attrs.type="error",t&&i.append(t),i.append(e),i}function _r(r,e){return d("error",{type:r},d(e,oa))}function da(r){return async function(t,i){if(!aa(t))return i();let{stanza:n}=t,s=n.getChildElements(),[o]=s;if(!la(t,s,o))return mn(t,_r("modify","bad-request"),o);t.element=o;let l;try{l=await i()}catch(a){r.emit("error",a),l=_r("cancel","internal-server-error")}return l||(l=_r("cancel","service-unavailable")),l instanceof d.Element&&l.is("error")?mn(t,l,o):ca(t,l instanceof d.Element?l:void 0)}}function gn(r,e,t,i){return(n,s)=>n.type!==r|!n.element||!n.element.is(t,e)?s():i(n,s)}function Ar({middleware:r,entity:e}){return r.use(da(e)),{get(t,i,n){r.use(gn("get",t,i,n))},set(t,i,n){r.use(gn("set",t,i,n))}}}function Tr(){let r;for(;!r;)r=Math.random().toString(36).slice(2,12);return r}var Cr=class extends G{constructor(e,t,i,n){super(e,t,i),this.type=n,this.name="StanzaError"}static fromElement(e){let t=super.fromElement(e);return t.type=e.attrs.type,t}},vn=Cr;function ha({name:r,type:e}){return!(r!=="iq"||e!=="error"&&e!=="result")}var Lr=class{constructor({entity:e,middleware:t}){this.handlers=new Map,this.entity=e,this.middleware=t}start(){this.middleware.use(this._route.bind(this))}_route({type:e,name:t,id:i,stanza:n},s){if(!ha({name:t,type:e}))return s();let o=this.handlers.get(i);if(!o)return s();e==="error"?o.reject(vn.fromElement(n.getChild("error"))):o.resolve(n),this.handlers.delete(i)}async request(e,t=30*1e3){e.attrs.id||(e.attrs.id=Tr());let i=new nt;this.handlers.set(e.attrs.id,i);try{await this.entity.send(e),await it(i.promise,t)}catch(n){throw this.handlers.delete(e.attrs.id),n}return i.promise}_childRequest(e,t,i,...n){let{name:s,attrs:{xmlns:o}}=t;return this.request(d("iq",{type:e,to:i},t),...n).then(l=>l.getChild(s,o))}async get(...e){return this._childRequest("get",...e)}async set(...e){return this._childRequest("set",...e)}};function Rr(...r){let e=new Lr(...r);return e.start(),e}var $n=D(xn(),1);var le=class{constructor(e,t){this.stanza=t,this.entity=e;let{name:i,attrs:n}=t,{type:s,id:o}=n;this.name=i,this.id=o||"",i==="message"?this.type=s||"normal":i==="presence"?this.type=s||"available":this.type=s||"",this.from=null,this.to=null,this.local="",this.domain="",this.resource=""}};var Ce=class extends le{constructor(e,t){super(e,t);let{jid:i}=e,{domain:n}=e.options??{},s=t.attrs.to||i?.toString(),o=t.attrs.from||n;s&&(this.to=new B(s)),o&&(this.from=new B(o),this.local=this.from.local,this.domain=this.from.domain,this.resource=this.from.resource)}};var Le=class extends le{constructor(e,t){super(e,t);let{jid:i}=e,{domain:n}=e.options??{},s=t.attrs.from||i?.toString(),o=t.attrs.to||n;s&&(this.from=new B(s)),o&&(this.to=new B(o),this.local=this.to.local,this.domain=this.to.domain,this.resource=this.to.resource)}};function kn(r,e,t){return i=>{let n=new t(r,i);return(0,$n.default)(e)(n)}}function pa(r){return(e,t)=>{t().then(i=>i&&r.send(i)).catch(i=>r.emit("error",i))}}function Pr({entity:r}){let e=[pa(r)],t=[],i=kn(r,e,Ce),n=kn(r,t,Le);return r.on("element",i),r.on("send",n),{use(s){return e.push(s),s},filter(s){return t.push(s),s}}}var Sn="urn:ietf:params:xml:ns:xmpp-bind";function fa(r){return d("bind",{xmlns:Sn},r&&d("resource",{},r))}async function ma(r,e,t){let n=(await e.set(fa(t))).getChildText("jid");return r._jid(n),r._ready(!1),n}function ga({iqCaller:r},e){return async({entity:t},i)=>{e=typeof e=="function"?await e():e,await ma(t,r,e),i()}}function Mr({streamFeatures:r,iqCaller:e},t){r.use("bind",Sn,ga({iqCaller:e},t))}function Or(r){return globalThis.btoa(r)}function En(r){return globalThis.atob(r)}var Nr=class extends G{constructor(...e){super(...e),this.name="SASLError"}},jr=Nr;var Re="urn:ietf:params:xml:ns:xmpp-sasl";function ya(r,e,t){let i=new Set(r.getChildren("mechanism",e).map(s=>s.text()));return t._mechs.map(({name:s})=>s).filter(s=>i.has(s))}async function va({saslFactory:r,entity:e,mechanism:t,credentials:i}){let n=r.create([t]);if(!n)throw new Error(`SASL: Mechanism ${t} not found.`);let{domain:s}=e.options,o={username:null,password:null,server:s,host:s,realm:s,serviceType:"xmpp",serviceName:s,...i};await ne(e,n.clientFirst&&d("auth",{xmlns:Re,mechanism:n.name},Or(await n.response(o))),async(l,a)=>{if(l.getNS()===Re){if(l.name==="challenge"){await n.challenge(En(l.text()));let f=await n.response(o);await e.send(d("response",{xmlns:Re,mechanism:n.name},typeof f=="string"?Or(f):""));return}if(l.name==="failure")throw jr.fromElement(l);if(l.name==="success")return a()}})}function zr({streamFeatures:r,saslFactory:e},t){r.use("mechanisms",Re,async({entity:i},n,s)=>{let o=ya(s,Re,e);if(o.length===0)throw new jr("SASL: No compatible mechanism available.");async function l(a,f){await va({saslFactory:e,entity:i,mechanism:f,credentials:a})}await t(l,o,null,i),await i.restart()})}var Ln=D(Cn(),1);function qr(r){r.use(Ln.default)}function Dr({middleware:r}){function e(t,i,n){return r.use((s,o)=>{let{stanza:l}=s;if(!l.is("features","http://etherx.jabber.org/streams"))return o();let a=l.getChild(t,i);return a?n(s,o,a):o()})}return{use:e}}function Rn(r=new Date){return typeof r=="string"&&(r=new Date(r)),new Date(r).toISOString().split(".")[0]+"Z"}function Pn({bind2:r,sm:e,failed:t,enabled:i}){r.use($,n=>Lt({sm:e}),async n=>{n.is("enabled")?i(n.attrs):n.is("failed")&&t()})}function Mn({sasl2:r,sm:e,failed:t,resumed:i}){r.use($,n=>{if(n.is("sm")&&e.id)return Rt({sm:e})},n=>{n.is("resumed")?i(n):n.is("failed")&&t()})}function On({streamFeatures:r,sm:e,entity:t,resumed:i,failed:n,enabled:s}){r.use("sm",$,async(o,l)=>{if(e.id)try{let f=await wa(t,e);await i(f);return}catch{n()}await l();let a=ba(t,e);if(e.outbound_q.length>0)throw new Error("Stream Management assertion failure, queue should be empty after enable");e.outbound=0;try{let f=await a;s(f.attrs)}catch{e.enabled=!1,e.enableSent=!1}})}function ba(r,e){return ne(r,Lt({sm:e}),(t,i)=>{if(t.is("enabled",$))return i(t);if(t.is("failed",$))throw G.fromElement(t)})}async function wa(r,e){return ne(r,Rt({sm:e}),(t,i)=>{if(t.is("resumed",$))return i(t);if(t.is("failed",$))throw G.fromElement(t)})}var $="urn:xmpp:sm:3";function Lt({sm:r}){return d("enable",{xmlns:$,max:r.preferredMaximum,resume:"true"})}function Rt({sm:r}){return d("resume",{xmlns:$,h:r.inbound,previd:r.id})}function Ir({streamFeatures:r,entity:e,middleware:t,bind2:i,sasl2:n}){let s=null,o=null,l=null,a=new F.EventEmitter;Object.assign(a,{preferredMaximum:null,enabled:!1,enableSent:!1,id:"",outbound_q:[],outbound:0,inbound:0,max:null,timeout:6e4,requestAckInterval:3e4,requestAckDebounce:250});async function f(){try{await e.send(d("a",{xmlns:$,h:a.inbound}))}catch{}}e.on("disconnect",()=>{clearTimeout(s),clearTimeout(o),clearTimeout(l),a.enabled=!1,a.enableSent=!1}),e.hook("close",async()=>{a.enabled&&await f()});async function y(v){a.enabled=!0,b(+v.attrs.h);let E=a.outbound_q;a.outbound_q=[],await e.sendMany(E.map(A=>xa({entity:e,item:A}))),a.emit("resumed"),e._ready(!0),k()}function g(){a.enabled=!1,a.enableSent=!1,a.id="",m()}function b(v){let E=a.outbound;for(let A=0;A<+v-E;A++){let Ws=a.outbound_q.shift();a.outbound++,a.emit("ack",Ws.stanza)}}function m(){let v;for(;v=a.outbound_q.shift();)a.emit("fail",v.stanza);a.outbound=0}function u({id:v,max:E}){a.enabled=!0,a.id=v,a.max=E,a.inbound=0,k()}e.on("offline",()=>{m(),a.inbound=0,a.enabled=!1,a.enableSent=!1,a.id=""}),t.use(async(v,E)=>{let{stanza:A}=v;return clearTimeout(s),s=null,["presence","message","iq"].includes(A.name)?a.inbound+=1:A.is("r",$)?await f():A.is("a",$)&&b(+A.attrs.h),k(),E()}),i&&Pn({bind2:i,sm:a,failed:g,enabled:u}),n&&Mn({sasl2:n,sm:a,failed:g,resumed:y});function k(v=a.requestAckInterval){clearTimeout(o),a.enabled&&v&&(o=setTimeout(w,v))}function w(){clearTimeout(o),clearTimeout(l),a.enabled&&(a.timeout&&!s&&(s=setTimeout(()=>{clearTimeout(o),e.disconnect().catch(()=>{})},a.timeout)),e.send(d("r",{xmlns:$})).catch(()=>{}),k())}return t.filter((v,E)=>{let{stanza:A}=v;return A.is("enable",$)&&(a.enableSent=!0),!a.enabled&&!a.enableSent||!["presence","message","iq"].includes(A.name)||(a.outbound_q.push({stanza:A,stamp:Rn()}),clearTimeout(o),clearTimeout(l),l=setTimeout(w,a.requestAckDebounce)),E()}),r&&On({streamFeatures:r,sm:a,entity:e,resumed:y,failed:g,enabled:u}),a}function xa({entity:r,item:e}){let{stanza:t,stamp:i}=e;return t.name==="message"&&!t.getChild("delay","urn:xmpp:delay")&&t.append(d("delay",{xmlns:"urn:xmpp:delay",from:r.jid.toString(),stamp:i})),t}var Ur="ECONNERROR";function ka(r){let e=Et(r);return!!(e.protocol==="wss:"||["localhost","127.0.0.1","::1"].includes(e.hostname))}var Pe=class extends F.EventEmitter{#e=null;socket=null;url=null;secure=!1;connect(e){this.url=e,this.secure=ka(e),this._attachSocket(new WebSocket(e,["xmpp"]))}_attachSocket(e){this.socket=e,this.#e??=se({open:()=>this.emit("connect"),message:({data:t})=>this.emit("data",t),error:t=>{let{url:i}=this,{error:n}=t;n||(n=new Error(t.message||`WebSocket ${Ur} ${i}`),n.errno=Ur,n.code=Ur),n.event=t,n.url=i,this.emit("error",n)},close:t=>{this._detachSocket(),this.emit("close",!t.wasClean,t)}}),this.#e.subscribe(this.socket)}_detachSocket(){this.url=null,this.secure=!1,this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}end(){this.socket.close()}write(e,t){function i(n){t&&Promise.resolve().then(()=>t(n))}try{this.socket.send(e)}catch(n){i(n);return}i()}};var Me=class extends ot{onStartElement(e,t){let i=new at.default(e,t),{cursor:n}=this;n&&n.append(i),this.cursor=i}onEndElement(e){let{cursor:t}=this;if(e!==t.name){this.emit("error",new M(`${t.name} must be closed.`));return}if(t.parent){this.cursor=t.parent;return}t.is("open","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("start",t):t.is("close","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("end",t):this.emit("element",t),this.cursor=null}};var Nn="urn:ietf:params:xml:ns:xmpp-framing",me=class extends _t{send(e,...t){return e.attrs.xmlns??=this.NS,super.send(e,...t)}async sendMany(e){for(let t of e)t.attrs.xmlns??=this.NS,t.parent=this.root,this.socket.write(t.toString()),this.emit("send",t)}footerElement(){return new d.Element("close",{xmlns:Nn})}headerElement(){let e=super.headerElement();return e.name="open",e.attrs.xmlns=Nn,e}socketParameters(e){return/^wss?:\/\//.test(e)?e:void 0}};me.prototype.Socket=Pe;me.prototype.NS="jabber:client";me.prototype.Parser=Me;var jn=me;function Hr({entity:r}){r.transports.push(jn)}var Un=D(In(),1);var $a=1e4,Sa=15e3;function Hn(r,e){let[t="",i=""]=e.jid.split("@"),n=new Er({service:r,domain:i,timeout:$a});Hr({entity:n});let s=Pr({entity:n}),o=Dr({middleware:s}),l=new Un.default;qr(l),zr({streamFeatures:o,saslFactory:l},b=>b({username:t,password:e.password},"PLAIN"));let a=Ir({streamFeatures:o,entity:n,middleware:s});a.timeout=Sa;let f=Rr({middleware:s,entity:n}),y=Ar({middleware:s,entity:n});return y.get(h.ping,"ping",()=>!0),y.get(h.info,"query",()=>en()),Mr({streamFeatures:o,iqCaller:f}),{client:n,iq:f,management:a,connect:async()=>{await n.connect(r),await n.open({domain:i})}}}var Wr="imref-ask tab ";function Wn(){let r=q(),e="locks"in navigator?navigator.locks:void 0;return e?.request(Wr+r,()=>new Promise(()=>{})),{own:r,alive:()=>Ea(e,r)}}async function Ea(r,e){let{held:t=[]}=await r?.query()??{},i=t.map(({name:n=""})=>n).filter(n=>n.startsWith(Wr));return new Set([e,...i.map(n=>n.slice(Wr.length))])}var Ot=class{constructor(e,t){this.clock=e;this.tell=t;this.state="active"}keystroke(e){this.turn(e?"composing":"active"),this.cancel?.(),this.cancel=e?this.clock.after(5e3,()=>this.turn("paused")):void 0}said(){this.cancel?.(),this.state="active"}turn(e){e!==this.state&&(this.state=e,this.tell(e))}},Nt=class{constructor(e,t){this.clock=e;this.changed=t;this.now=!1}hear(e){this.cancel?.();let t=this.now;this.now=e==="composing",this.now&&(this.cancel=this.clock.after(6e4,()=>this.hear("paused"))),t!==this.now&&this.changed()}};var _a=15e3,Fn;function Bn(r){return Fn??=Wn(),new Fr(r,new bt(hn(),r.address),Fn,on)}var Fr=class{constructor(e,t,i,n){this.desk=e;this.memory=t;this.clock=n;this.link="idle";this.catchingUp=!1;this.lastSaid=0;this.details={name:"",email:""};this.subscribers=new Set;this.arrivals=new Set;this.receipts=new Map;this.thread=new ft;let{thread:s}=this,o=()=>this.changed(),l={guest:()=>cn(e.guest),stream:a=>Hn(e.websocket,a)};this.connection=new gt(l,this,n),this.outbox=new Ae(t,i),this.courier=new yt(this.outbox,n,a=>this.dispatch(a)),this.archive=new ut(e.address,a=>this.connection.request(a)),this.attention=new mt(s,t,a=>this.tellSeen(a)),this.files=new vt(s,this.connection,n,a=>this.keep(a),o),this.ownTyping=new Ot(n,a=>this.tell(a)),this.theirTyping=new Nt(n,o),this.reception=new wt({thread:s,outbox:this.outbox,courier:this.courier,archive:this.archive,attention:this.attention,typing:this.theirTyping,clock:n,parties:()=>({me:this.connection.me,desk:e.address}),receipt:a=>this.connection.send(Ji(e.address,a)),kept:a=>this.receipts.get(a)?.(),read:()=>this.showUnsent()}),this.showUnsent(),this.now=this.snapshot(),t.watch(a=>this.changedElsewhere(a))}get begun(){return this.memory.get("begun")===!0}get correctable(){return this.thread.correctable}subscribe(e){return this.subscribers.add(e),()=>this.subscribers.delete(e)}open(e){if(this.details=e,this.link==="online")return Promise.resolve();this.ignoreSurroundings??=tn({awake:()=>{this.awake()},cutOff:()=>this.connection.cut(),leaving:()=>this.connection.leave()}),this.link!=="lost"&&this.turn("connecting");let t=new Promise((i,n)=>this.arrivals.add({resolve:i,reject:n}));return this.connection.open(),t}say(e){e.trim()&&this.keep(this.words(e))}correct(e,t){t.trim()&&e&&e===this.correctable&&this.keep({...this.words(t),replaces:e})}choose({value:e}){this.say(e)}again(e){this.files.again(e);let t=this.outbox.all.find(n=>n.id===e||n.replaces===e);if(t?.failure===void 0)return;let i=this.outbox.retry(t.id,this.connection.me);i&&this.showAndSend(i)}typing(e){this.ownTyping.keystroke(e)}send(e){this.files.send(e)}seen(){let e=this.attention.unread;this.attention.look(),this.attention.unread!==e&&this.changed()}async forget(){await this.sayAndAwait("forget me"),await dn(this.desk.guest),await this.connection.forget(),this.memory.clear(),this.reset()}close(){this.tell("gone"),this.connection.send(he(this.desk.address,"unavailable")),this.connection.close(),this.stop()}online(e){e||this.archive.interrupt(),this.turn("online");for(let{resolve:t}of this.arrivals)t();this.arrivals.clear(),e?this.goOn():this.begin()}stanza(e){e.name==="message"&&this.reception.stanza(e)&&this.changed()}acknowledged(e){this.outbox.find(e)?.failure===void 0&&(this.thread.raise(e,"sent"),this.changed())}lost(){this.courier.rest(),this.theirTyping.hear("paused"),this.turn("lost")}refused(e){this.turn("refused");for(let{reject:t}of this.arrivals)t(e);this.arrivals.clear()}async begin(){let e=d("enable",{xmlns:h.carbons});this.connection.send(z("set",void 0,e)),this.connection.send(he()),this.connection.send(he(this.desk.address)),this.desk.files&&this.files.lookForPlace(),await this.takeOver(),await this.catchUp(),this.courier.begin(),this.caughtUp()}async goOn(){await this.takeOver(),this.archive.complete||await this.catchUp(),this.courier.goOn(),this.caughtUp()}async takeOver(){await this.outbox.adopt(this.connection.me),this.showUnsent()}async catchUp(){this.catchingUp=!0,this.changed(),await this.archive.read(this.reception),this.catchingUp=!1}caughtUp(){this.attention.note(),this.changed()}async awake(){this.connection.wake(),this.caughtUp(),this.connection.online&&(await this.takeOver(),this.courier.flush())}words(e){return this.lastSaid=Math.max(this.clock.now(),this.lastSaid+1),{id:q(),text:e,at:this.lastSaid}}keep(e){let t={...e,...this.introduction()};this.memory.set("begun",!0),this.ownTyping.said(),this.showAndSend(this.outbox.keep(t,this.connection.me))}introduction(){let{name:e,email:t}=this.details;return this.details={name:"",email:""},{...e&&{name:e},...t&&{email:t}}}showAndSend(e){this.thread.show(e,"sending"),this.courier.flush(),this.changed()}dispatch(e){this.connection.send(vr(this.desk.address,e,this.clock.now()))}tell(e){this.begun&&this.connection.send(Zi(this.desk.address,e))}tellSeen(e){return this.connection.send(Qi(this.desk.address,e)),this.connection.online}async sayAndAwait(e){let t=this.words(e);await new Promise((i,n)=>{let s=this.clock.after(_a,()=>n(new Error("no answer")));this.receipts.set(t.id,()=>{s(),i()}),this.connection.send(vr(this.desk.address,t,t.at))}).finally(()=>this.receipts.delete(t.id))}showUnsent(){for(let e of this.outbox.all){let t=e.failure!==void 0;this.thread.show(e,t?"failed":this.markOf(e),e.failure)}}markOf(e){return this.thread.find(e.replaces??e.id)?.mark==="sent"&&!e.replaces?"sent":"sending"}changedElsewhere(e){let t=Ae.lineOf(e);e==="begun"&&!this.begun?this.connection.forget().then(()=>this.reset()):t&&!this.outbox.find(t)?this.thread.raise(t,"kept"):t&&this.showUnsent(),this.changed()}reset(){this.thread.clear(),this.reception.forget(),this.archive.forget(),this.files.forget(),this.stop()}stop(){this.courier.stop(),this.theirTyping.hear("paused"),this.ignoreSurroundings?.(),this.ignoreSurroundings=void 0,this.turn("idle")}turn(e){this.link=e,this.changed()}changed(){this.now=this.snapshot();for(let e of this.subscribers)e()}snapshot(){return{link:this.link,lines:this.thread.lines,answering:this.thread.answering,typing:this.theirTyping.now,place:this.thread.place,unread:this.attention.unread,files:this.files.possible,catchingUp:this.catchingUp}}};var Gr=[255,255,255],Oe=[0,0,0],Aa=4.5,Ta={surface:[255,255,255],ground:[247,246,243],ink:[31,35,40],muted:[86,93,104],line:[226,223,217],edge:[134,140,148],alarm:[164,38,28],tint:.1},Gn={surface:[36,39,45],ground:[24,26,30],ink:[236,238,241],muted:[190,196,205],line:[58,63,71],edge:[126,133,144],alarm:[255,170,160],tint:.16};function Yn(r){let e=Vn(r)??Vn(Ca)??Oe;return`
    :host { ${Br(e,Ta,"light")} }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme="light"])) { ${Br(e,Gn,"dark")} }
    }
    :host([theme="dark"]) { ${Br(e,Gn,"dark")} }`}var Ca="#1d5a63";function Br(r,e,t){let i=La(r,t,e),n=Xr(e.surface,i,e.tint),s={brand:r,"on-brand":Xn(r),accent:i,"on-accent":Xn(i),mine:n,surface:e.surface,ground:e.ground,ink:e.ink,muted:e.muted,line:e.line,edge:e.edge,alarm:e.alarm},o=Object.entries(s).map(([l,a])=>`--${l}: ${Ma(a)};`);return`color-scheme: ${t}; ${o.join(" ")}`}function La(r,e,t){for(let i=0;i<1;i+=.04){let n=e==="light"?Xr(r,Oe,i):Ra(r,i);if([t.surface,t.ground,Xr(t.surface,n,t.tint)].every(o=>Vr(n,o)>=Aa))return n}return e==="light"?Oe:Gr}function Ra([r,e,t],i){let n=Math.max(r,e,t)/255,s=Math.min(r,e,t)/255,o=(n+s)/2,l=n-s,a=l&&l/(1-Math.abs(2*o-1)),f=o+(1-o)*i,y=a*Math.min(f,1-f),[g,b,m]=[r,e,t].map(u=>{let k=l&&(u/255-s)/l*2-1;return Math.round((f+y*k)*255)});return[g??0,b??0,m??0]}function Xn(r){return Vr(r,Gr)>=Vr(r,Oe)?Gr:Oe}function Vn(r){let e=/^#([\da-f])([\da-f])([\da-f])$/i.exec(r.trim()),t=e?`#${e.slice(1).map(i=>i+i).join("")}`:r.trim();if(/^#[\da-f]{6}$/i.test(t)){let i=Number.parseInt(t.slice(1),16);return[i>>16,i>>8&255,i&255]}return t&&!t.startsWith("#")?Pa(t):void 0}function Pa(r){if(!CSS.supports("color",r))return;let e=document.createElement("canvas").getContext("2d");if(!e)return;e.fillStyle=r,e.fillRect(0,0,1,1);let[t=0,i=0,n=0]=e.getImageData(0,0,1,1).data;return[t,i,n]}function Xr(r,e,t){let[i,n,s]=r.map((o,l)=>Math.round(o+((e[l]??0)-o)*t));return[i??0,n??0,s??0]}function Vr(r,e){let[t,i]=[Kn(r),Kn(e)].sort((n,s)=>n-s);return((i??0)+.05)/((t??0)+.05)}function Kn(r){let[e,t,i]=r.map(n=>{let s=n/255;return s<=.04045?s/12.92:((s+.055)/1.055)**2.4});return .2126*(e??0)+.7152*(t??0)+.0722*(i??0)}function Ma(r){return`#${r.map(e=>e.toString(16).padStart(2,"0")).join("")}`}function T(r){return c`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${r}
  </svg>`}var Jn=T(_`<path d="M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9A1.5 1.5 0 0 1 19.5 17H11l-4.5 4v-4h-2A1.5
    1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5Z" /><path d="M7.5 9.5h9M7.5 12.5h6" />`),jt=T(_`<path d="m6 6 12 12M18 6 6 18" />`),Qn=T(_`<path d="m6 9.5 6 6 6-6" />`),Zn=T(_`<path class="dots" d="M12 6.5v.01M12 12v.01M12 17.5v.01" />`),es=T(_`<path d="M12 19V5.5M6 11l6-6 6 6" />`),Ne=T(_`<path d="m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4
    4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2" />`),ts=T(_`<path d="m5 19 .9-3.9L16.3 4.7a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1
    0 2.3L8.9 18.1 5 19ZM14.5 6.5l3 3" />`),rs=T(_`<path d="M12 5v13.5M6 13l6 6 6-6" />`),is=T(_`<circle cx="12" cy="12" r="7.5" /><path d="M12 8v4l2.5 2" />`),ns=T(_`<path d="m7 12 0 .01M12 12v.01M17 12v.01" class="dots" />`),ss=T(_`<path d="m5.5 12.5 4 4 9-9.5" />`),os=T(_`<path d="m2.5 12.5 4 4 8.5-9.5M11.5 15.8l.9.7 8.6-9.5" />`),as=T(_`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.5M12 16.2v.01" />`);function ls(r){return c`<button class="launcher" type="button" aria-expanded="false" @click=${r.opens}>
    ${Jn}
    <span class="launcher-words">
      <span class="launcher-title">${r.title}</span>
      ${r.stateWords?c`<span class="state">${je(r.state)}${r.stateWords}</span>`:p}
    </span>
    ${r.unread?c`<span class="badge" aria-hidden="true">${r.unread}</span>
          <span class="unseen">${r.unreadWords}</span>`:p}
  </button>`}function je(r){return c`<span class="dot ${r}" aria-hidden="true"></span>`}function cs(r,e){return c`<header class="head">
    <div class="head-words">
      <h2 id="title">${r.title}</h2>
      ${e}
    </div>
    ${r.menu?.button()??p}
    ${r.hides?c`<button class="plain" type="button" data-hide aria-label=${r.hideWords}
            title=${r.hideWords} @click=${r.hides}>${jt}</button>`:p}
  </header>`}function Oa(r){return r.say(r.desk.state)}function ds(r){let{answering:e,place:t}=r.talk.now;return e?c`<p class="standing">${r.say("with",{name:e})}</p>`:t===1?c`<p class="standing">${r.say("place_first")}</p>`:t>1?c`<p class="standing">${r.say("place",{place:t})}</p>`:c`<p class="standing state">${je(r.desk.state)}${Oa(r)}</p>`}var Na=.1;function zt(r,e,t){let i=r.desk.limits.length,n=i-t.trim().length,s=n<0?r.say("long",{count:-n}):n<i*Na?r.say("left",{count:n}):"";return c`<p class=${n<0?"hint wrong":"hint"} id=${e} ?hidden=${!s}>${s}</p>`}function C(r){r.preventDefault(),r.stopPropagation()}var ja={closed:"welcome_closed",unstaffed:"welcome_unstaffed"},za=/^[^\s@]+@[^\s@]+\.[^\s@]+$/u,qt=class{constructor(e,t){this.scene=e;this.ask=t}#e="";#t="";#r="";#i=!1;#n=!1;form(){let{desk:e}=this.scene;return c`<form class="asking" novalidate @submit=${this.#l}>
      <div class="welcome">
        <p class="says">${je(e.state)}${e.says}</p>
        <p>${this.scene.say(ja[e.state]??"welcome")}</p>
      </div>
      <label for="question">${this.scene.say("question")}</label>
      <textarea id="question" rows="4" enterkeyhint="send" aria-describedby="question-room"
        .value=${this.#e} @input=${this.#c} @keydown=${this.#d}></textarea>
      ${zt(this.scene,"question-room",this.#e)}
      ${this.#s()}
      <button class="main" type="submit">${this.scene.say("ask")}</button>
      <p class="about">
        <a href=${e.about} target="_blank" rel="noopener">${this.scene.say("about")}</a>
      </p>
    </form>`}#s(){return c`<div class="details">
      <button class="fold" type="button" aria-expanded=${this.#i} aria-controls="details"
        @click=${this.#o}>${Qn}${this.scene.say("details")}</button>
      <div id="details" ?hidden=${!this.#i}>
        <label for="name">${this.scene.say("name")}</label>
        <input id="name" type="text" autocomplete="nickname" maxlength="60"
          aria-describedby="name-hint" .value=${this.#t}
          @input=${e=>{this.#t=Kr(e)}} />
        <p class="hint" id="name-hint">${this.scene.say("name_hint")}</p>
        <label for="email">${this.scene.say("email")}</label>
        <input id="email" type="email" autocomplete="email" inputmode="email" maxlength="254"
          aria-describedby="email-hint" aria-invalid=${this.#n} .value=${this.#r}
          @input=${e=>{this.#r=Kr(e),this.#n&&=this.#a(),this.scene.refresh()}} />
        <p class=${this.#n?"hint wrong":"hint"} id="email-hint">
          ${this.scene.say(this.#n?"email_wrong":"email_hint")}
        </p>
      </div>
    </div>`}#a(){let e=this.#r.trim();return e!==""&&!za.test(e)}#o=()=>{this.#i=!this.#i,this.scene.refresh(),this.#i&&this.scene.focusOn("#name")};#c=e=>{this.#e=Kr(e),this.scene.refresh()};#d=e=>{e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#l(e)};#l=e=>{C(e);let t=this.#e.trim();this.#n=this.#a(),this.#n?(this.#i=!0,this.scene.announce(this.scene.say("email_wrong")),this.scene.focusOn("#email")):t===""||t.length>this.scene.desk.limits.length?this.scene.focusOn("#question"):(this.ask(t,{name:this.#t.trim(),email:this.#r.trim()}),this.#e=""),this.scene.refresh()}};function Kr(r){return r.target.value}function us(r,e){let t=navigator.languages.find(i=>i.startsWith(`${r}-`));return new Intl.DateTimeFormat(t??r,{hour:"numeric",minute:"2-digit"}).format(e)}function ps(r,e,t){let i=Dt(e,t);if(i<=1)return new Intl.RelativeTimeFormat(r,{numeric:"auto"}).format(-i,"day");let n={weekday:"long",day:"numeric",month:"long"};return new Intl.DateTimeFormat(r,n).format(e)}function Dt(r,e){return Math.round((hs(e)-hs(r))/864e5)}function hs(r){return new Date(r).setHours(0,0,0,0)}function It(r,e){let[t,i]=e<1e6?[e/1e3,"kilobyte"]:[e/1e6,"megabyte"];return new Intl.NumberFormat(r,{style:"unit",unit:i,unitDisplay:"short",maximumFractionDigits:t<10&&i==="megabyte"?1:0}).format(Math.max(t,1))}var ze=class{constructor(e){this.scene=e;this.#e="";this.#t="";this.#r="";this.#i="";this.#n=!1;this.hovers=e=>{!this.scene.talk.now.files||!e.dataTransfer?.types.includes("Files")||(C(e),this.#s(!0))};this.leaves=e=>{e.currentTarget.contains(e.relatedTarget)||this.#s(!1)};this.drops=e=>{this.#n&&(C(e),this.#s(!1),this.#m(e.dataTransfer?.files))};this.#l=e=>{this.#e=e.target.value,this.#i="",this.scene.talk.typing(this.#e.trim()!==""),this.scene.refresh()};this.#h=e=>{e.isComposing||(e.key==="Enter"&&!e.shiftKey?this.#u(e):e.key==="ArrowUp"&&!this.#e&&this.#f()&&C(e))};this.#u=e=>{C(e),this.#d()&&this.#y(this.#e.trim()),this.scene.focusOn("textarea")};this.#v=e=>{e.currentTarget.nextElementSibling.click()};this.#p=e=>{let t=e.target;this.#m(t.files),t.value="",this.scene.focusField()};this.#b=e=>{let t=e.clipboardData?.files;!this.scene.talk.now.files||!t?.length||(C(e),this.#m(t))}}#e;#t;#r;#i;#n;composer(){let e=this.scene.say(this.#r?"edit":"message");return c`<form class="composer" @submit=${this.#u}>
      ${this.#r?this.#a():p}
      ${this.#i?c`<p class="hint wrong">${this.#i}</p>`:p}
      ${zt(this.scene,"message-room",this.#e)}
      <div class="row">
        ${this.scene.talk.now.files&&!this.#r?this.#o():p}
        <div class="grow" data-text=${`${this.#e}
`}>
          <textarea rows="1" enterkeyhint="send" aria-label=${e} placeholder=${e}
            aria-describedby="message-room" .value=${this.#e} @input=${this.#l}
            @keydown=${this.#h} @paste=${this.#b}></textarea>
        </div>
        ${this.#c()}
      </div>
    </form>`}dropPlace(){return this.#n?c`<div class="drop">${Ne}${this.scene.say("drop")}</div>`:p}edit(e){this.#r||(this.#t=this.#e),this.#r=e.id,this.#e=e.text,this.scene.focusOn("textarea")}leaveEdit(){return this.#r?(this.#r="",this.#e=this.#t,this.#t="",this.scene.focusOn("textarea"),!0):!1}#s(e){e!==this.#n&&(this.#n=e,this.scene.refresh())}#a(){let e=this.scene.say("cancel");return c`<div class="editing">
      <span>${this.scene.say("edit")}</span>
      <button class="quiet" type="button" aria-label=${e} title=${e}
        @click=${()=>this.leaveEdit()}>${jt}</button>
    </div>`}#o(){let e=this.scene.say("attach");return c`<button class="quiet" type="button" data-attach aria-label=${e} title=${e}
        @click=${this.#v}>${Ne}</button>
      <input type="file" multiple hidden @change=${this.#p} />`}#c(){let e=this.scene.say(this.#r?"save":"send"),t=this.#d()?"ready":"";return c`<button class="send ${t}" type="submit" aria-label=${e} title=${e}>
      ${es}
    </button>`}#d(){let{length:e}=this.#e.trim();return e>0&&e<=this.scene.desk.limits.length}#l;#h;#f(){let{correctable:e,now:t}=this.scene.talk,i=t.lines.find(n=>n.id===e);return i&&this.edit(i),i!==void 0}#u;#y(e){let{talk:t}=this.scene;this.#r?(t.now.lines.find(n=>n.id===this.#r)?.text!==e&&t.correct(this.#r,e),this.leaveEdit()):(t.say(e),this.#e="",t.typing(!1))}#v;#p;#b;#m(e){let{desk:t,talk:i}=this.scene;this.#i="";for(let n of e??[]){if(n.size<=t.limits.file){i.send(n);continue}let s=It(t.language,t.limits.file);this.#i=this.scene.say("file_large",{name:n.name,size:s}),this.scene.announce(this.#i)}this.scene.refresh()}};var{I:qa}=gi,fs=r=>r;var gs=r=>r.strings===void 0,ms=()=>document.createComment(""),ge=(r,e,t)=>{let i=r._$AA.parentNode,n=e===void 0?r._$AB:e._$AA;if(t===void 0){let s=i.insertBefore(ms(),n),o=i.insertBefore(ms(),n);t=new qa(s,o,r,r.options)}else{let s=t._$AB.nextSibling,o=t._$AM,l=o!==r;if(l){let a;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(a=r._$AU)!==o._$AU&&t._$AP(a)}if(s!==n||l){let a=t._$AA;for(;a!==s;){let f=fs(a).nextSibling;fs(i).insertBefore(a,n),a=f}}}return t},Y=(r,e,t=r)=>(r._$AI(e,t),r),Da={},ys=(r,e=Da)=>r._$AH=e,vs=r=>r._$AH,Ut=r=>{r._$AR(),r._$AA.remove()};var Ht={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},qe=r=>(...e)=>({_$litDirective$:r,values:e}),ye=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,i){this._$Ct=e,this._$AM=t,this._$Ci=i}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var De=(r,e)=>{let t=r._$AN;if(t===void 0)return!1;for(let i of t)i._$AO?.(e,!1),De(i,e);return!0},Wt=r=>{let e,t;do{if((e=r._$AM)===void 0)break;t=e._$AN,t.delete(r),r=e}while(t?.size===0)},bs=r=>{for(let e;e=r._$AM;r=e){let t=e._$AN;if(t===void 0)e._$AN=t=new Set;else if(t.has(r))break;t.add(r),Ha(e)}};function Ia(r){this._$AN!==void 0?(Wt(this),this._$AM=r,bs(this)):this._$AM=r}function Ua(r,e=!1,t=0){let i=this._$AH,n=this._$AN;if(n!==void 0&&n.size!==0)if(e)if(Array.isArray(i))for(let s=t;s<i.length;s++)De(i[s],!1),Wt(i[s]);else i!=null&&(De(i,!1),Wt(i));else De(this,r)}var Ha=r=>{r.type==Ht.CHILD&&(r._$AP??=Ua,r._$AQ??=Ia)},Ft=class extends ye{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,i){super._$AT(e,t,i),bs(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(De(this,e),Wt(this))}setValue(e){if(gs(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}};var ws=()=>new Jr,Jr=class{},Yr=new WeakMap,xs=qe(class extends Ft{render(r){return p}update(r,[e]){let t=e!==this.G;return t&&this.rt(void 0),(t||this.lt!==this.ct)&&(this.G=e,this.ht=r.options?.host,this.rt(this.ct=r.element)),p}rt(r){if(this.G!==void 0)if(this.isConnected||(r=void 0),typeof this.G=="function"){let e=this.ht??globalThis,t=Yr.get(e);t===void 0&&(t=new WeakMap,Yr.set(e,t)),t.get(this.G)!==void 0&&this.G.call(this.ht,void 0),t.set(this.G,r),r!==void 0&&this.G.call(this.ht,r)}else this.G.value=r}get lt(){return typeof this.G=="function"?Yr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var ks=(r,e,t)=>{let i=new Map;for(let n=e;n<=t;n++)i.set(r[n],n);return i},$s=qe(class extends ye{constructor(r){if(super(r),r.type!==Ht.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let i;t===void 0?t=e:e!==void 0&&(i=e);let n=[],s=[],o=0;for(let l of r)n[o]=i?i(l,o):o,s[o]=t(l,o),o++;return{values:s,keys:n}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,i]){let n=vs(r),{values:s,keys:o}=this.dt(e,t,i);if(!Array.isArray(n))return this.ut=o,s;let l=this.ut??=[],a=[],f,y,g=0,b=n.length-1,m=0,u=s.length-1;for(;g<=b&&m<=u;)if(n[g]===null)g++;else if(n[b]===null)b--;else if(l[g]===o[m])a[m]=Y(n[g],s[m]),g++,m++;else if(l[b]===o[u])a[u]=Y(n[b],s[u]),b--,u--;else if(l[g]===o[u])a[u]=Y(n[g],s[u]),ge(r,a[u+1],n[g]),g++,u--;else if(l[b]===o[m])a[m]=Y(n[b],s[m]),ge(r,n[g],n[b]),b--,m++;else if(f===void 0&&(f=ks(o,m,u),y=ks(l,g,b)),f.has(l[g]))if(f.has(l[b])){let k=y.get(o[m]),w=k!==void 0?n[k]:null;if(w===null){let v=ge(r,n[g]);Y(v,s[m]),a[m]=v}else a[m]=Y(w,s[m]),ge(r,n[g],w),n[k]=null;m++}else Ut(n[b]),b--;else Ut(n[g]),g++;for(;m<=u;){let k=ge(r,a[u+1]);Y(k,s[m]),a[m++]=k}for(;g<=b;){let k=n[g++];k!==null&&Ut(k)}return this.ut=o,ys(r,a),H}});var Wa=/https?:\/\/[^\s<>"'`]+/giu,Fa=/[.,;:!?…'"’”»\]}]+$/u,Ba=/(?<![^\s*_~`])([*_~`])(?!\s|\1)((?:(?!\1).)*?\S)\1(?![\p{L}\p{N}])/gu,Ga={"*":"strong",_:"emphasis","~":"struck","`":"code"};function _s(r){let e=[],t=!1;for(let i of r.split(`
`)){if(i.startsWith("```")){t=!t,t&&e.push({kind:"preformatted",lines:[]});continue}let n=t?"preformatted":i.startsWith(">")?"quote":"paragraph",s=e.at(-1),o=n==="quote"?i.replace(/^>\s?/,""):i;s?.kind===n?s.lines.push(o):e.push({kind:n,lines:[o]})}return e.map(({kind:i,lines:n})=>({kind:i,text:n.join(`
`).replace(/^\n+|\s+$/g,"")})).filter(i=>i.text!=="").map(({kind:i,text:n})=>({kind:i,spans:i==="preformatted"?[{kind:"plain",text:n}]:Xa(n)}))}function Xa(r){let e=[],t=0;for(let i of r.matchAll(Wa)){let n=Va(i[0]);Ka(n)&&(e.push(...Es(r.slice(t,i.index)),{kind:"link",text:n,href:n}),t=i.index+n.length)}return[...e,...Es(r.slice(t))]}function Va(r){let e=r;for(;;){let t=e.replace(Fa,""),n=t.endsWith(")")&&Ss(t,"(")<Ss(t,")")?t.slice(0,-1):t;if(n===e)return e;e=n}}function Ka(r){try{return new URL(r).hostname!==""}catch{return!1}}function Ss(r,e){return r.split(e).length-1}function Es(r){let e=[],t=0;for(let i of r.matchAll(Ba)){let n=Ga[i[1]];i.index>t&&e.push({kind:"plain",text:r.slice(t,i.index)}),e.push({kind:n,text:i[2]??""}),t=i.index+i[0].length}return t<r.length&&e.push({kind:"plain",text:r.slice(t)}),e}var Ya={sending:is,sent:ns,kept:ss,read:os,failed:as};function As(r,e,t,i){let n=Ja(r,e),s=us(r.desk.language,e.at);return c`<li class="line ${e.from}" data-id=${e.id}>
    ${t.day?c`<p class="day">${t.day}</p>`:p}
    ${t.first?c`<p class="who" aria-hidden="true">
            ${e.from==="me"?p:c`<span class="name" dir="auto">${n}</span>`}
            <time>${s}</time>
          </p>`:p}
    <div class="said">
      <div class="bubble">
        <span class="unseen">${n}${t.first?`, ${s}`:""}: </span>
        ${Qa(r,e)}
      </div>
      ${il(r,e)}
      ${e.from==="me"?nl(r,e):p}
      ${e.from==="me"&&e.id===r.talk.correctable?c`<button class="quiet" type="button" data-edit aria-label=${r.say("edit")}
              title=${r.say("edit")} @click=${()=>i.edit(e)}>${ts}</button>`:p}
    </div>
    ${e.mark==="failed"?sl(r,e,i):p}
  </li>`}function Ja(r,e){return e.from==="me"?r.say("you"):e.nick||r.desk.title}function Qa(r,e){if(e.retracted)return c`<p class="gone">${r.say("retracted")}</p>`;let t=e.file??(e.url?rl(e.url):void 0),i=e.text.trim()===e.url;return c`${e.text&&!i?c`<div class="text" dir="auto">${_s(e.text).map(Za)}</div>`:p}
    ${t?tl(r,t,e.url):p}
    ${e.corrected?c`<p class="changed">${r.say("corrected")}</p>`:p}`}function Za(r){let e=r.spans.map(el);switch(r.kind){case"quote":return c`<blockquote>${e}</blockquote>`;case"preformatted":return c`<pre>${e}</pre>`;case"paragraph":return c`<p>${e}</p>`}}function el(r){switch(r.kind){case"plain":return r.text;case"link":return c`<a href=${r.href} target="_blank" rel="noopener noreferrer">${r.text}</a>`;case"strong":return c`<strong>${Bt("*",r.text)}</strong>`;case"emphasis":return c`<em>${Bt("_",r.text)}</em>`;case"struck":return c`<s>${Bt("~",r.text)}</s>`;case"code":return c`<code>${Bt("`",r.text)}</code>`}}function Bt(r,e){return c`<span class="sign">${r}</span>${e}<span class="sign">${r}</span>`}function tl(r,e,t){let i=c`${Ne}<span class="file-name" dir="auto">${e.name}</span>
    ${e.size?c`<span class="file-size">${It(r.desk.language,e.size)}</span>`:p}`;return e.progress<1?c`<div class="file">${i}</div>
      <progress max="1" .value=${e.progress}
        aria-label=${r.say("uploading",{name:e.name})}></progress>`:t?c`<a class="file" href=${t} target="_blank" rel="noopener noreferrer">${i}</a>`:c`<div class="file">${i}</div>`}function rl(r){let{pathname:e,host:t}=new URL(r),i=e.split("/").at(-1)||t;try{return{name:decodeURIComponent(i),size:0,progress:1}}catch{return{name:i,size:0,progress:1}}}function il(r,e){if(!e.reactions.length)return p;let t=e.reactions.join(" "),i=r.say("reactions",{reactions:t});return c`<span class="reactions" role="img" aria-label=${i}>${t}</span>`}function nl(r,e){let t=r.say(e.mark);return c`<span class="mark ${e.mark}" role="img" aria-label=${t} title=${t}>
    ${Ya[e.mark]}
  </span>`}function sl(r,e,t){return c`<p class="failure">
    ${e.failure||r.say("failed")}
    <button class="small" type="button" data-again @click=${()=>t.again(e)}>
      ${r.say("again")}
    </button>
  </p>`}var ol=300*1e3,al=48,Gt=class{constructor(e,t){this.scene=e;this.doing=t}#e=ws();#t=!0;#r;#i="";#n=new Set;#s=!0;log(){let{lines:e,typing:t}=this.scene.talk.now;return c`<div class="log-place">
        <div class="log" role="log" aria-live=${this.#s?"off":"polite"} aria-relevant="additions" aria-label=${this.scene.say("log")}
          tabindex="0" ${xs(this.#e)} @scroll=${this.#h}>
          <ul>
            ${$s(e,ll,(i,n)=>As(this.scene,i,dl(this.scene,e,n),this.doing))}
          </ul>
          ${t?this.#a():p}
        </div>
        ${this.#t?p:this.#c()}
      </div>
      ${this.#o(cl(e))}`}#a(){let{answering:e}=this.scene.talk.now,t=e?this.scene.say("typing",{name:e}):this.scene.say("typing_somebody");return c`<p class="typing" aria-live="off">
      <span class="typing-dots" aria-hidden="true"><i></i><i></i><i></i></span>${t}
    </p>`}#o(e){return e.length?c`<div class="choices" role="group" aria-label=${this.scene.say("choices")}>
      ${e.map(t=>c`<button class="choice" type="button" @click=${()=>this.#d(t)}>
            <span dir="auto">${t.label}</span>
          </button>`)}
    </div>`:p}#c(){let e=this.scene.say("latest");return c`<button class="to-end" type="button" aria-label=${e} title=${e}
      @click=${()=>this.toEnd()}>
      ${rs}
    </button>`}#d(e){this.scene.talk.choose(e),this.scene.focusField()}toEnd(){this.#t=!0;let e=this.#e.value;e&&(e.scrollTop=e.scrollHeight),this.scene.refresh()}drawn(){this.#u(),this.#f();let e=this.#e.value,t=this.scene.talk.now.lines.at(-1);if(!e){this.#r=void 0,this.#i="";return}let i=t?.id!==this.#r?.id,n=this.#r===void 0;this.#r=t,i&&t?.from==="me"&&(this.#t=!0);let s=`${e.scrollHeight} ${e.clientHeight}`;this.#t&&s!==this.#i&&(e.scrollTop=n?e.scrollHeight:this.#l(e,i)),this.#i=s,this.#t&&document.visibilityState==="visible"&&this.scene.talk.seen()}#l(e,t){let i=e.scrollHeight-e.clientHeight,n=e.querySelector("li:last-child > .said");return t&&n?Math.min(i,n.offsetTop-8):i}#h=()=>{let e=this.#e.value;if(!e)return;let t=e.scrollHeight-e.clientHeight-e.scrollTop<al;t!==this.#t&&(this.#t=t,this.scene.refresh())};#f(){let{link:e,catchingUp:t}=this.scene.talk.now;!this.#s||e!=="online"||t||(this.#s=!1,requestAnimationFrame(()=>this.scene.refresh()))}#u(){for(let{id:e,mark:t,failure:i}of this.scene.talk.now.lines)t!=="failed"||this.#n.has(e)||(this.#n.add(e),this.scene.announce(i||this.scene.say("failed")))}};function ll(r){return r.from!=="me"&&r.corrected?`${r.id} ${r.text}`:r.id}function cl(r){let e=[];for(let t of r)t.from==="me"?e=[]:t.choices.length&&(e=t.choices);return e}function dl(r,e,t){let i=e[t],n=e[t-1],s=n?Dt(n.at,i.at)!==0:Dt(i.at,Date.now())>0;return{first:s||!n||!hl(n,i),day:s?ps(r.desk.language,i.at,Date.now()):""}}function hl(r,e){return r.from===e.from&&r.nick===e.nick&&e.at-r.at<ol}var Xt=class{constructor(e){this.scene=e}#e=!1;#t=!1;#r=!1;#i=!1;get confirming(){return this.#t}fold(){let e=this.#e||this.#t;return this.#e=this.#t=!1,e&&this.#h(),e}button(){let e=this.scene.say("menu");return c`<div class="menu-place" @focusout=${this.#d}>
      <button class="plain" type="button" data-menu aria-expanded=${this.#e} aria-controls="menu"
        aria-label=${e} title=${e} @click=${this.#c}>${Zn}</button>
      <div class="menu" id="menu" ?hidden=${!this.#e} @keydown=${this.#l}>
        ${this.#n("transcript",()=>this.#s("transcript","transcript"))}
        ${this.#n("end",()=>this.#s("bye","end"))}
        ${this.#n("forget",()=>this.#a())}
      </div>
    </div>`}question(){return this.#t?c`<div class="confirm" role="alertdialog" aria-labelledby="forget-title"
      aria-describedby="forget-words">
      <h3 id="forget-title">${this.scene.say("forget")}</h3>
      <p id="forget-words">${this.scene.say(this.#i?"forget_failed":"forget_sure")}</p>
      <div class="row">
        <button class="small" type="button" data-cancel @click=${()=>this.fold()}>
          ${this.scene.say("cancel")}
        </button>
        <button class="small grave" type="button" data-forget aria-busy=${this.#r} @click=${this.#o}>
          ${this.scene.say("forget")}
        </button>
      </div>
    </div>`:p}#n(e,t){return c`<button type="button" data-item=${e} @click=${t}>${this.scene.say(e)}</button>`}#s(e,t){this.#e=!1,this.scene.talk.choose({value:e,label:this.scene.say(t)}),this.scene.focusField()}#a(){this.#e=this.#i=!1,this.#t=!0,this.scene.focusOn("[data-cancel]")}#o=async()=>{if(!this.#r){this.#r=!0,this.scene.refresh();try{await this.scene.talk.forget(),this.#t=!1,this.scene.announce(this.scene.say("forgotten")),this.scene.focusField()}catch{this.#i=!0,this.scene.announce(this.scene.say("forget_failed")),this.scene.focusOn("[data-cancel]")}this.#r=!1,this.scene.refresh()}};#c=()=>{this.#e=!this.#e,this.scene.refresh()};#d=e=>{let t=e.currentTarget;!this.#e||t.contains(e.relatedTarget)||(this.#e=!1,this.scene.refresh())};#l=e=>{let t=e.key==="ArrowDown"?1:e.key==="ArrowUp"?-1:0;if(!t)return;C(e);let i=[...e.currentTarget.querySelectorAll("button")],n=i.indexOf(e.target);i[(n+t+i.length)%i.length]?.focus()};#h(){this.scene.focusOn("[data-menu]")}};var ul=1e4,Vt=class{constructor(e,t){this.scene=e;this.again=t}#e;#t=!1;notice(){return this.#i(),c`<div class="notice-place" role="status">${this.#r()}</div>`}#r(){let{link:e,lines:t,catchingUp:i}=this.scene.talk.now;return e==="lost"||this.#t?Ts(this.scene.say("lost")):e==="connecting"||i&&!t.length?Ts(this.scene.say("connecting")):e!=="refused"?p:c`<p class="notice">
      ${this.scene.say("refused")}
      <button class="small" type="button" @click=${this.again}>${this.scene.say("again")}</button>
    </p>`}#i(){this.scene.talk.now.link!=="connecting"?(clearTimeout(this.#e),this.#e=void 0,this.#t=!1):this.#e??=setTimeout(()=>{this.#t=!0,this.scene.refresh()},ul)}};function Ts(r){return c`<p class="notice"><span class="turning" aria-hidden="true"></span>${r}</p>`}var Cs={name:"",email:""},Kt=class{constructor(e){this.scene=e;this.menu=new Xt(e),this.#e=new Vt(e,()=>this.#l()),this.#t=this.#o(),this.#r=new ze(e),this.#i=this.#c(),e.talk.begun&&this.#l()}#e;#t;#r;#i;#n=Cs;#s=!1;get begun(){let{begun:e,now:t}=this.scene.talk;return e||t.lines.length>0}standing(){return this.begun?ds(this.scene):p}body(){this.#s&&!this.begun&&this.#a(),this.#s=this.begun;let e=this.#r,t=this.menu.confirming;return c`<div class="body" ?inert=${t}
        @dragenter=${e.hovers} @dragover=${e.hovers}
        @dragleave=${e.leaves} @drop=${e.drops}>
        ${this.#e.notice()}
        ${this.begun?c`${this.#i.log()}${e.composer()}`:this.#t.form()}
        ${e.dropPlace()}
      </div>
      ${this.menu.question()}`}back(){return this.menu.fold()||this.#r.leaveEdit()}drawn(){this.#i.drawn()}#a(){this.#n=Cs,this.#t=this.#o(),this.#r=new ze(this.scene),this.#i=this.#c()}#o(){return new qt(this.scene,(e,t)=>this.#d(e,t))}#c(){return new Gt(this.scene,{edit:e=>this.#r.edit(e),again:({id:e})=>this.scene.talk.again(e)})}#d(e,t){this.#n=t,this.#l(),this.scene.talk.say(e),this.scene.focusField()}#l(){this.scene.talk.open(this.#n).catch(()=>this.scene.refresh())}};function Qr(r,e){let t=`imref-open-${r}`;try{return e!==void 0&&sessionStorage.setItem(t,e?"1":""),sessionStorage.getItem(t)==="1"}catch{return!1}}var pl="(max-width: 480px), (max-height: 480px)",Yt=class{constructor(e){this.changed=e;this.styles=new CSSStyleSheet;this.#e=window.matchMedia(pl);this.#t=()=>{let e=window.visualViewport;e?.scale===1&&this.styles.replaceSync(`:host { --height: ${Math.round(e.height)}px; --top: ${Math.round(e.offsetTop)}px; }`)}}#e;get covers(){return this.#e.matches}watch(){this.#e.addEventListener("change",this.changed),window.visualViewport?.addEventListener("resize",this.#t),window.visualViewport?.addEventListener("scroll",this.#t),this.#t()}leave(){this.#e.removeEventListener("change",this.changed),window.visualViewport?.removeEventListener("resize",this.#t),window.visualViewport?.removeEventListener("scroll",this.#t)}#t},fl="a[href], button, input:not([hidden]), textarea, [tabindex='0']";function Ls(r){let t=[...r.currentTarget.querySelectorAll(fl)].filter(ml),i=r.shiftKey?t[0]:t.at(-1),n=r.shiftKey?t.at(-1):t[0];r.target!==i&&t.includes(r.target)||(r.preventDefault(),n?.focus())}function ml(r){return r.getClientRects().length>0&&!r.closest("[inert]")}var Rs=P`
  .asking {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.45em;
    min-block-size: 0;
    padding: 1.2em 1.2em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .welcome { display: grid; gap: 0.4em; margin-block-end: 0.6em; }
  .says { font-weight: 600; font-size: 1.0625em; }
  .says .dot { margin-inline-end: 0.5em; }
  .asking label { font-weight: 600; font-size: 0.9375em; }
  .asking textarea { flex: 1 0 6.5em; max-block-size: 11em; }
  .asking .hint { margin-block-end: 0.3em; }

  .fold {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-inline-start: -0.25em;
    padding: 0.5em 0.4em 0.5em 0.2em;
    border-radius: 0.5em;
    color: var(--accent);
    text-align: start;
    font-size: 0.9375em;
  }
  @media (hover: hover) { .fold:hover { text-decoration: underline; text-underline-offset: 0.2em; } }
  .fold .icon { transition: transform 150ms; transform: rotate(-90deg); }
  [dir="rtl"] .fold .icon { transform: rotate(90deg); }
  .fold[aria-expanded="true"] .icon { transform: none; }
  #details { display: grid; gap: 0.3em; padding-block: 0.2em 0.4em; }

  .about { font-size: 0.875em; text-align: center; padding-block-start: 0.3em; }
  .asking .main { margin-block-start: 0.2em; }
`;var Ps=P`
  .composer {
    flex: none;
    display: grid;
    gap: 0.35em;
    padding: 0.6em 0.7em 0.7em;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .composer .row { align-items: end; gap: 0.35em; }
  .composer .hint { padding-inline: 0.5em; }

  /* The field is as high as its text: a copy of the text, unseen, holds it open. */
  .grow { display: grid; flex: 1; min-inline-size: 0; max-block-size: 9em; overflow: hidden; }
  .grow::after {
    content: attr(data-text);
    visibility: hidden;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid transparent;
    padding: 0.6em 0.8em;
  }
  .grow > textarea, .grow::after { grid-area: 1 / 1; min-block-size: 2.75em; max-block-size: 9em; }
  .grow > textarea { overflow-y: auto; border-radius: 1.2em; }
  .grow > textarea:focus-visible { outline-offset: -2px; }

  .send { border-radius: 50%; color: var(--muted); }
  .send.ready { background: var(--accent); color: var(--on-accent); }

  .editing {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline-start: 0.5em;
    color: var(--accent);
    font-size: 0.875em;
    font-weight: 600;
  }

  .drop {
    position: absolute;
    z-index: 1;
    inset: 0.6em;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.6em;
    border: 2px dashed var(--accent);
    border-radius: 0.9em;
    background: var(--surface);
    color: var(--accent);
    font-weight: 600;
    pointer-events: none;
  }
`;var Ms=P`
  .launcher, .window { position: fixed; z-index: 2147483000; inset-block-end: 1.25em; }
  .end > * { inset-inline-end: 1.25em; }
  .start > * { inset-inline-start: 1.25em; }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.65em 1.15em 0.65em 0.95em;
    max-inline-size: calc(100vw - 2.5em);
    margin-block-end: env(safe-area-inset-bottom);
    border-radius: 999px;
    background: var(--brand);
    color: var(--on-brand);
    box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 6px 20px rgb(0 0 0 / 18%);
    transition: box-shadow 150ms, transform 150ms;
  }
  @media (hover: hover) { .launcher:hover { transform: translateY(-1px); box-shadow: 0 2px 4px rgb(0 0 0 / 20%), 0 10px 28px rgb(0 0 0 / 22%); } }
  .launcher:focus-visible { outline: 3px solid var(--on-brand); outline-offset: -5px; }
  .launcher-words { display: grid; text-align: start; line-height: 1.25; }
  .launcher-title { font-weight: 600; }
  .launcher .state { font-size: 0.8125em; }
  .badge {
    position: absolute;
    inset-block-start: -0.45em;
    inset-inline-end: -0.15em;
    min-inline-size: 1.65em;
    padding: 0 0.4em;
    border: 2px solid #fff;
    border-radius: 999px;
    background: #b3261e;
    color: #fff;
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
  }

  .window {
    display: flex;
    flex-direction: column;
    inline-size: 25.5em;
    max-inline-size: calc(100vw - 2.5em);
    block-size: min(42em, 100vh - 2.5em);
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 1.1em;
    background: var(--ground);
    color: var(--ink);
    box-shadow: 0 2px 6px rgb(0 0 0 / 12%), 0 18px 50px rgb(0 0 0 / 22%);
    outline: none;
    animation: rise 180ms ease-out;
  }
  @keyframes rise { from { transform: translateY(0.75em); opacity: 0; } }

  .imref.inline { block-size: 100%; }
  .inline > .window {
    position: relative;
    inset: auto;
    z-index: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    min-block-size: 24em;
    box-shadow: none;
    animation: none;
  }

  @media (max-width: 480px), (max-height: 480px) {
    .end > .window, .start > .window {
      inset-inline: 0;
      inset-block: var(--top, 0) auto;
      inline-size: 100%;
      max-inline-size: none;
      block-size: var(--height, 100dvh);
      padding-block-end: env(safe-area-inset-bottom);
      padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
      border: 0;
      border-radius: 0;
    }
    .end > .window > .head, .start > .window > .head {
      padding-block-start: calc(0.7em + env(safe-area-inset-top));
    }
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.15em;
    flex: none;
    padding-block: 0.7em 0.75em;
    padding-inline: 1.1em 0.5em;
    background: var(--brand);
    color: var(--on-brand);
  }
  .head-words { flex: 1; min-inline-size: 0; line-height: 1.3; }
  h2 { font-size: 1.0625em; font-weight: 650; overflow-wrap: anywhere; }
  .standing { font-size: 0.875em; }
  .head .plain { color: var(--on-brand); }
  @media (hover: hover) { .head .plain:hover { background: rgb(127 127 127 / 28%); } }
  .head .plain:focus-visible { outline-color: var(--on-brand); outline-offset: -3px; }

  .menu-place { position: relative; }
  .menu {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.35em);
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 14em;
    max-inline-size: 80vw;
    padding: 0.35em;
    border: 1px solid var(--line);
    border-radius: 0.8em;
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  .menu button { padding: 0.6em 0.8em; border-radius: 0.55em; text-align: start; }
  @media (hover: hover) { .menu button:hover { background: var(--ground); } }
  .menu button:focus-visible { outline-offset: -2px; }

  .body {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .notice-place { flex: none; }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.7em;
    padding: 0.6em 1.1em;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.9375em;
  }
  .turning {
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
    border: 2px solid var(--line);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 1.1s linear infinite;
  }
  .notice .turning { align-self: start; margin-block-start: 0.3em; }
  .notice:has(.turning) { flex-wrap: nowrap; }
  @keyframes turn { to { transform: rotate(1turn); } }

  .confirm {
    position: absolute;
    z-index: 3;
    inset-inline: 1em;
    inset-block-start: 5.5em;
    display: grid;
    gap: 0.7em;
    padding: 1.1em 1.2em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    box-shadow: 0 8px 40px rgb(0 0 0 / 30%);
  }
  .confirm h3 { font-size: 1.0625em; font-weight: 650; }
  .confirm .row { justify-content: flex-end; flex-wrap: wrap; }
  .confirm .small { padding: 0.6em 1em; font-size: 0.9375em; }
  .confirm [aria-busy="true"] { cursor: progress; opacity: 0.6; }
  .body[inert] { opacity: 0.35; }

  .unreachable {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 1.2em;
    padding: 2em;
    text-align: center;
  }

  @media print { .imref { display: none; } }
`;var Os=P`
  :host {
    all: initial;
    display: block;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    font-size: medium;
    line-height: 1.45;
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  :host([hidden]) { display: none; }
  :host([position="inline"]) { block-size: 100%; }

  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, pre, blockquote { margin: 0; padding: 0; }
  ul { list-style: none; }
  [hidden] { display: none !important; }
  a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }

  button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; margin: 0; }
  button { cursor: pointer; border: 1px solid transparent; background: none; padding: 0; }
  input, textarea {
    inline-size: 100%;
    padding: 0.6em 0.8em;
    border: 1px solid var(--edge);
    border-radius: 0.7em;
    background: var(--surface);
    color: var(--ink);
  }
  textarea { resize: none; display: block; }
  ::placeholder { color: var(--muted); opacity: 1; }
  [aria-invalid="true"] { border-color: var(--alarm); }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input:focus-visible, textarea:focus-visible { outline-offset: -1px; border-color: var(--accent); }

  .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
    flex: none;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .dots { stroke-width: 2.6; }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row { display: flex; align-items: center; gap: 0.5em; }

  .main, .small {
    border-radius: 0.7em;
    font-weight: 600;
    background: var(--accent);
    color: var(--on-accent);
  }
  .main { padding: 0.7em 1.1em; }
  .small { padding: 0.35em 0.8em; font-size: 0.875em; }
  @media (hover: hover) { .main:hover, .small:hover { filter: brightness(1.08); } }
  .small[data-cancel] {
    background: var(--surface);
    color: var(--ink);
    border-color: var(--edge);
  }
  .small.grave { background: var(--alarm); color: var(--surface); }

  .quiet, .plain, .send {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 0.7em;
  }
  .quiet { color: var(--muted); }
  @media (hover: hover) { .quiet:hover { color: var(--ink); background: var(--line); } }

  .hint { font-size: 0.875em; color: var(--muted); }
  .wrong { color: var(--alarm); }

  .dot {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: #8a9099;
  }
  .launcher .dot, .head .dot { margin-inline: 0.15em; box-shadow: 0 0 0 0.13em #fff; }
  .dot.open { background: #1f9d55; }
  .dot.busy { background: #d97706; }
  .state { display: inline-flex; align-items: center; gap: 0.4em; }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;var Ns=P`
  .log-place { position: relative; display: flex; flex: 1; flex-direction: column; min-block-size: 0; }
  .log {
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding: 0.9em 1em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible { outline-offset: -3px; }
  .line { margin-block-start: 0.3em; }
  .line:has(> .who) { margin-block-start: 1.05em; }
  .line:first-child { margin-block-start: 0; }

  .day {
    margin-block: 1em 0.9em;
    color: var(--muted);
    font-size: 0.8125em;
    text-align: center;
  }
  .line:first-child .day { margin-block-start: 0; }

  .who { margin-block-end: 0.2em; padding-inline: 0.2em; font-size: 0.8125em; color: var(--muted); }
  .who .name { font-weight: 600; color: var(--ink); margin-inline-end: 0.35em; }
  .me .who { text-align: end; }

  .said { display: flex; align-items: end; gap: 0.3em; flex-wrap: wrap; }
  .me .said { flex-direction: row-reverse; }
  .bubble {
    position: relative;
    max-inline-size: min(86%, 34em);
    padding: 0.5em 0.85em;
    border: 1px solid var(--line);
    border-radius: 1.05em;
    background: var(--surface);
  }
  .me .bubble { max-inline-size: 80%; background: var(--mine); border-end-end-radius: 0.3em; }
  .librarian .bubble { border-end-start-radius: 0.3em; }
  .desk .bubble {
    max-inline-size: 96%;
    padding-block: 0.1em;
    padding-inline: 0.85em 0;
    border: 0;
    border-inline-start: 3px solid var(--accent);
    border-radius: 0;
    background: none;
  }

  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .text > * + * { margin-block-start: 0.45em; }
  .text blockquote {
    padding-inline-start: 0.7em;
    border-inline-start: 2px solid var(--edge);
    color: var(--muted);
  }
  .text pre { overflow-x: auto; white-space: pre-wrap; }
  .text pre, .text code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
  .sign { color: var(--muted); font-weight: 400; font-style: normal; }
  s .sign { text-decoration: none; }
  .gone { color: var(--muted); font-style: italic; }
  .changed { color: var(--muted); font-size: 0.8125em; }

  .file {
    display: flex;
    align-items: center;
    gap: 0.45em;
    padding-block: 0.15em;
    color: inherit;
    font-weight: 500;
  }
  a.file { color: var(--accent); }
  .text + .file { margin-block-start: 0.3em; }
  .file-name { min-inline-size: 0; overflow-wrap: anywhere; }
  .file-size { flex: none; color: var(--muted); font-weight: 400; font-size: 0.875em; }
  progress {
    display: block;
    inline-size: 100%;
    min-inline-size: 11em;
    block-size: 0.35em;
    margin-block: 0.35em 0.2em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    appearance: none;
    background: var(--line);
    accent-color: var(--accent);
  }
  progress::-webkit-progress-bar { background: var(--line); }
  progress::-webkit-progress-value { background: var(--accent); transition: inline-size 200ms; }
  progress::-moz-progress-bar { background: var(--accent); }

  .reactions {
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    font-size: 0.875em;
  }
  .mark { color: var(--muted); padding-block-end: 0.25em; }
  .mark .icon { inline-size: 1.05em; block-size: 1.05em; stroke-width: 2; }
  .mark.read { color: var(--accent); }
  .mark.failed { color: var(--alarm); }
  .line .quiet { inline-size: 2em; block-size: 2em; }
  .line .quiet .icon { inline-size: 1.1em; block-size: 1.1em; }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.3em 0.7em;
    margin-block-start: 0.35em;
    color: var(--alarm);
    font-size: 0.875em;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 0.55em;
    margin-block-start: 0.9em;
    color: var(--muted);
    font-size: 0.875em;
  }
  .typing-dots { display: inline-flex; gap: 0.25em; }
  .typing-dots i {
    inline-size: 0.4em;
    block-size: 0.4em;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.4s ease-in-out infinite;
  }
  .typing-dots i:nth-child(2) { animation-delay: 0.2s; }
  .typing-dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.35; } 30% { opacity: 1; } }

  .to-end {
    position: absolute;
    inset-block-end: 0.7em;
    inset-inline-end: 1em;
    display: grid;
    place-content: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    border: 1px solid var(--edge);
    border-radius: 50%;
    background: var(--surface);
    color: var(--accent);
    box-shadow: 0 3px 12px rgb(0 0 0 / 18%);
  }

  .choices {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0.5em;
    max-block-size: 45%;
    padding: 0.2em 1em 0.8em;
    overflow-y: auto;
  }
  .choice {
    min-block-size: 2.6em;
    padding: 0.4em 1em;
    border: 1px solid var(--accent);
    border-radius: 1.4em;
    background: var(--surface);
    color: var(--accent);
    font-size: 0.9375em;
    font-weight: 500;
    text-align: start;
  }
  @media (hover: hover) { .choice:hover { background: var(--mine); } }
`;var js=[Os,Ms,Rs,Ns,Ps];function zs(r,e,t={}){return(r[e]??"").replace(/\{(\w+)\}/g,(n,s)=>String(t[s]??n))}var qs={language:"en",title:"Ask the library",unreachable:"We cannot be reached just now. Please try again in a moment.",again:"Try again",hide:"Close this window"},gl=[qs,{language:"de",title:"Die Bibliothek fragen",unreachable:"Wir sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",again:"Noch einmal versuchen",hide:"Fenster schließen"},{language:"es",title:"Preguntar a la biblioteca",unreachable:"Ahora no se nos puede localizar. Inténtelo de nuevo en un momento.",again:"Intentarlo de nuevo",hide:"Cerrar esta ventana"},{language:"fr",title:"Demander à la bibliothèque",unreachable:"Nous ne sommes pas joignables pour l’instant. Merci de réessayer dans un moment.",again:"Réessayer",hide:"Fermer cette fenêtre"}];function Ds(r){for(let e of r){let t=gl.find(i=>i.language===e.toLowerCase().split("-")[0]);if(t)return t}return qs}var yl=60*1e3,S=class extends W{constructor(){super(...arguments);this.desk="ask";this.heading="";this.color="";this.language="";this.position="end";this.theme="";this.open=!1;this.failed=!1;this.announced="";this.#i=0;this.#n="";this.#s=new CSSStyleSheet;this.#a=new Yt(()=>this.requestUpdate());this.#v=t=>{t.key==="Tab"&&this.#a.covers&&!this.#o&&Ls(t),t.key==="Escape"&&(this.#t?.back()?C(t):this.#o||(C(t),this.hide()))};this.#w=()=>{document.visibilityState==="visible"&&(this.requestUpdate(),this.#p())}}static{this.styles=js}static{this.shadowRootOptions={...W.shadowRootOptions,delegatesFocus:!1}}#e;#t;#r;#i;#n;#s;#a;talkWith(t){return Bn(t)}connectedCallback(){super.connectedCallback(),this.open||=Qr(this.desk),this.#a.watch(),document.addEventListener("visibilitychange",this.#w),this.#i=window.setInterval(this.#w,yl),this.#p()}disconnectedCallback(){super.disconnectedCallback(),this.#a.leave(),document.removeEventListener("visibilitychange",this.#w),window.clearInterval(this.#i),this.#m()}createRenderRoot(){let t=super.createRenderRoot();return t.adoptedStyleSheets.push(this.#s,this.#a.styles),t}willUpdate(t){t.has("color")&&this.#s.replaceSync(Yn(this.color)),t.has("open")&&this.hasUpdated&&Qr(this.desk,this.open)}updated(){if(this.#t?.drawn(),!this.#n)return;let t=this.renderRoot.querySelector(this.#n);this.#n="",t?.focus()}render(){if(!this.known&&!this.failed)return p;let{language:t,direction:i}=this.known??this.#l;return c`<section class="imref ${this.position}" aria-label=${this.#h} lang=${t}
      dir=${i||p}>
      ${this.#c?this.#u():this.#f()}
      <div class="unseen" role="status">${this.announced}</div>
    </section>`}get#o(){return this.position==="inline"}get#c(){return this.open||this.#o}get#d(){let t=this.closest("[lang]")?.lang;return[this.language,t??"",...navigator.languages].filter(i=>i!=="")}get#l(){return{...Ds(this.#d),direction:""}}get#h(){return this.heading||this.known?.title||this.#l.title}#f(){let t=this.#e?.now.unread??0;return ls({title:this.#h,state:this.known?.state??"closed",stateWords:this.known?this.#g(this.known.state):"",unread:t,unreadWords:this.#g("unread",{count:t}),opens:()=>this.show()})}#u(){let t=this.#a.covers&&!this.#o;return c`<div class="window" tabindex="-1" role=${this.#o?p:"dialog"}
      aria-labelledby=${this.#o?p:"title"} aria-modal=${t?"true":p}
      @keydown=${this.#v}>
      ${cs({title:this.#h,menu:this.#t?.begun?this.#t.menu:void 0,hides:this.#o?void 0:()=>this.hide(),hideWords:this.known?this.#g("hide"):this.#l.hide},this.#t?.standing()??p)}
      ${this.#t?.body()??this.#y()}
    </div>`}#y(){return c`<div class="unreachable">
      <p role="alert">${this.#l.unreachable}</p>
      <button class="main" type="button" @click=${()=>this.#p()}>${this.#l.again}</button>
    </div>`}show(){this.open=!0,this.announced="",this.#n=this.known?Is():"button.main",this.#p()}hide(){this.open=!1,this.#n=".launcher"}#v;async#p(){try{let t=await vi(this.constructor.base,this.desk,this.#d);if(!this.isConnected)return;this.known=t,this.failed=!1,this.#t??=this.#b(t)}catch{this.failed=!0}}#b(t){let i=this.talkWith(t);return this.#e=i,this.#r=i.subscribe(()=>this.#$()),new Kt(this.#k(i))}#m(){this.#r?.(),this.#e?.close(),this.#e=this.#t=this.#r=void 0}#k(t){let i=()=>this.known;return{get desk(){return i()},talk:t,say:(n,s)=>this.#g(n,s),announce:n=>{this.announced=n},focusOn:n=>this.#x(n),focusField:()=>this.#x(Is()),refresh:()=>this.requestUpdate()}}#x(t){this.#n=t,this.requestUpdate()}#g(t,i={}){return zs(this.known?.words??{},t,i)}#$(){let t=this.#e?.now.unread??0;!this.#c&&t>0&&(this.announced=this.#g("unread",{count:t})),this.requestUpdate()}#w};R([N()],S.prototype,"desk",2),R([N()],S.prototype,"heading",2),R([N()],S.prototype,"color",2),R([N()],S.prototype,"language",2),R([N()],S.prototype,"position",2),R([N()],S.prototype,"theme",2),R([N({type:Boolean,reflect:!0})],S.prototype,"open",2),R([Ye()],S.prototype,"known",2),R([Ye()],S.prototype,"failed",2),R([Ye()],S.prototype,"announced",2);function Is(){return window.matchMedia("(pointer: coarse)").matches?".window":"textarea"}var Jt="imref-ask",Hs=new URL(import.meta.url);function vl(){return[...document.querySelectorAll("script[src]")].find(e=>e.src===Hs.href)}function bl(r){let e=document.createElement(Jt);for(let{name:t,value:i}of r.attributes)t.startsWith("data-")&&e.setAttribute(wl(t),i);document.body.append(e)}function wl(r){return r==="data-title"?"heading":r.slice(5)}S.base=Hs;customElements.get(Jt)||customElements.define(Jt,S);var Us=vl();Us?.dataset.desk&&!document.querySelector(Jt)&&bl(Us);
