var Ws=Object.create;var Qt=Object.defineProperty;var Zr=Object.getOwnPropertyDescriptor;var Fs=Object.getOwnPropertyNames;var Bs=Object.getPrototypeOf,Gs=Object.prototype.hasOwnProperty;var O=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(t){throw e=0,t}};var Xs=(r,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let i of Fs(e))!Gs.call(r,i)&&i!==t&&Qt(r,i,{get:()=>e[i],enumerable:!(n=Zr(e,i))||n.enumerable});return r};var D=(r,e,t)=>(t=r!=null?Ws(Bs(r)):{},Xs(e||!r||!r.__esModule?Qt(t,"default",{value:r,enumerable:!0}):t,r));var R=(r,e,t,n)=>{for(var i=n>1?void 0:n?Zr(e,t):e,s=r.length-1,o;s>=0;s--)(o=r[s])&&(i=(n?o(e,t,i):o(i))||i);return n&&i&&Qt(e,t,i),i};var Qe=O(Ee=>{"use strict";var ao={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&apos;"};function wn(r){return ao[r]}var xn={"&amp;":"&","&lt;":"<","&gt;":">","&quot;":'"',"&apos;":"'"};function kn(r){if(r[1]==="#"){let e=r[2]==="x"?parseInt(r.slice(3),16):parseInt(r.slice(2),10);if(e===9||e===10||e===13||e>=32&&e<=55295||e>=57344&&e<=65533||e>=65536&&e<=1114111)return String.fromCodePoint(e);throw new Error("Illegal XML character 0x"+e.toString(16))}if(xn[r])return xn[r]||r;throw new Error("Illegal XML entity "+r)}function lo(r){return r.replace(/["&'<>]/g,wn)}function co(r){let e="",t=-1,n=-1,i=0;for(;(t=r.indexOf("&",i))!==-1&&(n=r.indexOf(";",t+1))!==-1;)e=e+r.slice(i,t)+kn(r.slice(t,n+1)),i=n+1;return i===0?r:(e=e+r.substring(i),e)}function ho(r){return r.replace(/[&<>]/g,wn)}function uo(r){return r.replace(/&(amp|#38|lt|#60|gt|#62);/g,kn)}Ee.escapeXML=lo;Ee.escapeXMLText=ho;Ee.unescapeXML=co;Ee.unescapeXMLText=uo});var Ze=O((pc,$n)=>{"use strict";var lr=Qe(),_e=class r{constructor(e,t){this.name=e,this.parent=null,this.children=[],this.attrs={},this.setAttrs(t)}is(e,t){return this.getName()===e&&(!t||this.getNS()===t)}getName(){let e=this.name.indexOf(":");return e>=0?this.name.slice(e+1):this.name}getNS(){let e=this.name.indexOf(":");if(e>=0){let t=this.name.slice(0,e);return this.findNS(t)}return this.findNS()}findNS(e){if(e){let t="xmlns:"+e;if(this.attrs[t])return this.attrs[t];if(this.parent)return this.parent.findNS(e)}else{if(this.attrs.xmlns)return this.attrs.xmlns;if(this.parent)return this.parent.findNS()}}getXmlns(){let e={};this.parent&&(e=this.parent.getXmlns());for(let t in this.attrs){let n=t.match("xmlns:?(.*)");this.attrs.hasOwnProperty(t)&&n&&(e[this.attrs[t]]=n[1])}return e}setAttrs(e){typeof e=="string"?this.attrs.xmlns=e:e&&Object.assign(this.attrs,e)}getAttr(e,t){if(!t)return this.attrs[e];let n=this.getXmlns();return n[t]?this.attrs[[n[t],e].join(":")]:null}getChild(e,t){return this.getChildren(e,t)[0]}getChildren(e,t){let n=[];for(let i of this.children)i.getName&&i.getName()===e&&(!t||i.getNS()===t)&&n.push(i);return n}getChildByAttr(e,t,n,i){return this.getChildrenByAttr(e,t,n,i)[0]}getChildrenByAttr(e,t,n,i){let s=[];for(let o of this.children)o.attrs&&o.attrs[e]===t&&(!n||o.getNS()===n)&&s.push(o),i&&o.getChildrenByAttr&&s.push(o.getChildrenByAttr(e,t,n,!0));return i&&(s=s.flat()),s}getChildrenByFilter(e,t){let n=[];for(let i of this.children)e(i)&&n.push(i),t&&i.getChildrenByFilter&&n.push(i.getChildrenByFilter(e,!0));return t&&(n=n.flat()),n}getText(){let e="";for(let t of this.children)(typeof t=="string"||typeof t=="number")&&(e+=t);return e}getChildText(e,t){let n=this.getChild(e,t);return n?n.getText():null}getChildElements(){return this.getChildrenByFilter(e=>e instanceof r)}root(){return this.parent?this.parent.root():this}up(){return this.parent?this.parent:this}c(e,t){return this.cnode(new r(e,t))}cnode(e){return this.children.push(e),typeof e=="object"&&(e.parent=this),e}append(...e){for(let t of e)this.children.push(t),typeof t=="object"&&(t.parent=this)}prepend(...e){for(let t of e)this.children.unshift(t),typeof t=="object"&&(t.parent=this)}t(e){return this.children.push(e),this}remove(e,t){let n=typeof e=="string"?i=>!(i.is&&i.is(e,t)):i=>i!==e;return this.children=this.children.filter(n),this}text(e){return e&&this.children.length===1?(this.children[0]=e,this):this.getText()}attr(e,t){return typeof t<"u"||t===null?(this.attrs||(this.attrs={}),this.attrs[e]=t,this):this.attrs[e]}toString(){let e="";return this.write(t=>{e+=t}),e}_addChildren(e){e(">");for(let t of this.children)t!=null&&(t.write?t.write(e):typeof t=="string"?e(lr.escapeXMLText(t)):t.toString&&e(lr.escapeXMLText(t.toString(10))));e("</"),e(this.name),e(">")}write(e){e("<"),e(this.name);for(let t in this.attrs){let n=this.attrs[t];n!=null&&(e(" "),e(t),e('="'),e(lr.escapeXML(typeof n=="string"?n:n.toString(10))),e('"'))}this.children.length===0?e("/>"):this._addChildren(e)}};_e.prototype.tree=_e.prototype.root;$n.exports=_e});var _n=O((fc,En)=>{"use strict";var po=Ze();function Sn(r,e){if(Array.isArray(e)){for(let t of e)Sn(r,t);return}e===""||e==null||e===!0||e===!1||r.cnode(e)}function fo(r,e,...t){if(typeof e=="object"&&e!==null){delete e.__source,delete e.__self;for(let[i,s]of Object.entries(e))s==null?delete e[i]:e[i]=s.toString(10)}let n=new po(r,e);for(let i of t)Sn(n,i);return n}En.exports=fo});var dr=O((mc,cr)=>{"use strict";var de=typeof Reflect=="object"?Reflect:null,An=de&&typeof de.apply=="function"?de.apply:function(e,t,n){return Function.prototype.apply.call(e,t,n)},et;de&&typeof de.ownKeys=="function"?et=de.ownKeys:Object.getOwnPropertySymbols?et=function(e){return Object.getOwnPropertyNames(e).concat(Object.getOwnPropertySymbols(e))}:et=function(e){return Object.getOwnPropertyNames(e)};function mo(r){console&&console.warn&&console.warn(r)}var Cn=Number.isNaN||function(e){return e!==e};function w(){w.init.call(this)}cr.exports=w;cr.exports.once=bo;w.EventEmitter=w;w.prototype._events=void 0;w.prototype._eventsCount=0;w.prototype._maxListeners=void 0;var Tn=10;function tt(r){if(typeof r!="function")throw new TypeError('The "listener" argument must be of type Function. Received type '+typeof r)}Object.defineProperty(w,"defaultMaxListeners",{enumerable:!0,get:function(){return Tn},set:function(r){if(typeof r!="number"||r<0||Cn(r))throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received '+r+".");Tn=r}});w.init=function(){(this._events===void 0||this._events===Object.getPrototypeOf(this)._events)&&(this._events=Object.create(null),this._eventsCount=0),this._maxListeners=this._maxListeners||void 0};w.prototype.setMaxListeners=function(e){if(typeof e!="number"||e<0||Cn(e))throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received '+e+".");return this._maxListeners=e,this};function Ln(r){return r._maxListeners===void 0?w.defaultMaxListeners:r._maxListeners}w.prototype.getMaxListeners=function(){return Ln(this)};w.prototype.emit=function(e){for(var t=[],n=1;n<arguments.length;n++)t.push(arguments[n]);var i=e==="error",s=this._events;if(s!==void 0)i=i&&s.error===void 0;else if(!i)return!1;if(i){var o;if(t.length>0&&(o=t[0]),o instanceof Error)throw o;var l=new Error("Unhandled error."+(o?" ("+o.message+")":""));throw l.context=o,l}var a=s[e];if(a===void 0)return!1;if(typeof a=="function")An(a,this,t);else for(var u=a.length,y=Nn(a,u),n=0;n<u;++n)An(y[n],this,t);return!0};function Rn(r,e,t,n){var i,s,o;if(tt(t),s=r._events,s===void 0?(s=r._events=Object.create(null),r._eventsCount=0):(s.newListener!==void 0&&(r.emit("newListener",e,t.listener?t.listener:t),s=r._events),o=s[e]),o===void 0)o=s[e]=t,++r._eventsCount;else if(typeof o=="function"?o=s[e]=n?[t,o]:[o,t]:n?o.unshift(t):o.push(t),i=Ln(r),i>0&&o.length>i&&!o.warned){o.warned=!0;var l=new Error("Possible EventEmitter memory leak detected. "+o.length+" "+String(e)+" listeners added. Use emitter.setMaxListeners() to increase limit");l.name="MaxListenersExceededWarning",l.emitter=r,l.type=e,l.count=o.length,mo(l)}return r}w.prototype.addListener=function(e,t){return Rn(this,e,t,!1)};w.prototype.on=w.prototype.addListener;w.prototype.prependListener=function(e,t){return Rn(this,e,t,!0)};function go(){if(!this.fired)return this.target.removeListener(this.type,this.wrapFn),this.fired=!0,arguments.length===0?this.listener.call(this.target):this.listener.apply(this.target,arguments)}function Pn(r,e,t){var n={fired:!1,wrapFn:void 0,target:r,type:e,listener:t},i=go.bind(n);return i.listener=t,n.wrapFn=i,i}w.prototype.once=function(e,t){return tt(t),this.on(e,Pn(this,e,t)),this};w.prototype.prependOnceListener=function(e,t){return tt(t),this.prependListener(e,Pn(this,e,t)),this};w.prototype.removeListener=function(e,t){var n,i,s,o,l;if(tt(t),i=this._events,i===void 0)return this;if(n=i[e],n===void 0)return this;if(n===t||n.listener===t)--this._eventsCount===0?this._events=Object.create(null):(delete i[e],i.removeListener&&this.emit("removeListener",e,n.listener||t));else if(typeof n!="function"){for(s=-1,o=n.length-1;o>=0;o--)if(n[o]===t||n[o].listener===t){l=n[o].listener,s=o;break}if(s<0)return this;s===0?n.shift():yo(n,s),n.length===1&&(i[e]=n[0]),i.removeListener!==void 0&&this.emit("removeListener",e,l||t)}return this};w.prototype.off=w.prototype.removeListener;w.prototype.removeAllListeners=function(e){var t,n,i;if(n=this._events,n===void 0)return this;if(n.removeListener===void 0)return arguments.length===0?(this._events=Object.create(null),this._eventsCount=0):n[e]!==void 0&&(--this._eventsCount===0?this._events=Object.create(null):delete n[e]),this;if(arguments.length===0){var s=Object.keys(n),o;for(i=0;i<s.length;++i)o=s[i],o!=="removeListener"&&this.removeAllListeners(o);return this.removeAllListeners("removeListener"),this._events=Object.create(null),this._eventsCount=0,this}if(t=n[e],typeof t=="function")this.removeListener(e,t);else if(t!==void 0)for(i=t.length-1;i>=0;i--)this.removeListener(e,t[i]);return this};function Mn(r,e,t){var n=r._events;if(n===void 0)return[];var i=n[e];return i===void 0?[]:typeof i=="function"?t?[i.listener||i]:[i]:t?vo(i):Nn(i,i.length)}w.prototype.listeners=function(e){return Mn(this,e,!0)};w.prototype.rawListeners=function(e){return Mn(this,e,!1)};w.listenerCount=function(r,e){return typeof r.listenerCount=="function"?r.listenerCount(e):On.call(r,e)};w.prototype.listenerCount=On;function On(r){var e=this._events;if(e!==void 0){var t=e[r];if(typeof t=="function")return 1;if(t!==void 0)return t.length}return 0}w.prototype.eventNames=function(){return this._eventsCount>0?et(this._events):[]};function Nn(r,e){for(var t=new Array(e),n=0;n<e;++n)t[n]=r[n];return t}function yo(r,e){for(;e+1<r.length;e++)r[e]=r[e+1];r.pop()}function vo(r){for(var e=new Array(r.length),t=0;t<e.length;++t)e[t]=r[t].listener||r[t];return e}function bo(r,e){return new Promise(function(t,n){function i(o){r.removeListener(e,s),n(o)}function s(){typeof r.removeListener=="function"&&r.removeListener("error",i),t([].slice.call(arguments))}jn(r,e,s,{once:!0}),e!=="error"&&xo(r,i,{once:!0})})}function xo(r,e,t){typeof r.on=="function"&&jn(r,"error",e,t)}function jn(r,e,t,n){if(typeof r.on=="function")n.once?r.once(e,t):r.on(e,t);else if(typeof r.addEventListener=="function")r.addEventListener(e,function i(s){n.once&&r.removeEventListener(e,i),t(s)});else throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type '+typeof r)}});var Bn=O((gc,Fn)=>{"use strict";var wo=dr(),zn=Qe(),re=0,hr=1,qn=2,Dn=3,ur=4,In=5,Un=6,Hn=7,pr=8,Wn=9,ko=10,fr=class extends wo.EventEmitter{constructor(){super();let e=re,t,n,i,s,o,l,a,u,y=0,g;this._handleTagOpening=function(m,p,k){m?this.emit("endElement",p,!1):(this.emit("startElement",p,k),l&&this.emit("endElement",p,!0))},this.write=function(m){typeof m!="string"&&(m=m.toString());let p=0;t&&(m=t+m,p+=n?0:t.length,n=!1,t=null);function k(){if(typeof y=="number"){let x=m.slice(y,p);return y=void 0,x}}for(;p<m.length;p++){switch(e){case re:{let v=m.indexOf("<",p);v!==-1&&p!==v&&(p=v);break}case pr:{let v=m.indexOf(u,p);v!==-1&&(p=v);break}case hr:{let v=m.indexOf("-->",p);v!==-1&&(p=v+2);break}case ko:{let v=m.indexOf("]]>",p);v!==-1&&(p=v+2);break}}let x=m.charCodeAt(p);switch(e){case re:if(x===60){let v=k();v&&this.emit("text",zn.unescapeXML(v)),e=Dn,y=p+1,s={}}break;case Wn:if(x===93)if(m.substr(p+1,2)==="]>"){let v=k();v&&this.emit("text",v),e=re}else m.length<p+2&&(n=!0,p=m.length);break;case Dn:x===47&&y===p?(y=p+1,o=!0):x===33?m.substr(p+1,7)==="[CDATA["?(y=p+8,e=Wn):m.length<p+8&&"[CDATA[".startsWith(m.slice(p+1))?(n=!0,p=m.length):(y=void 0,e=hr):x===63?(y=void 0,e=qn):(x<=32||x===47||x===62)&&(i=k(),p--,e=ur);break;case hr:if(x===62){let v=m.charCodeAt(p-1),E=m.charCodeAt(p-2);(v===45&&E===45||v===93&&E===93)&&(e=re)}break;case qn:x===62&&m.charCodeAt(p-1)===63&&(e=re);break;case ur:x===62?(this._handleTagOpening(o,i,s),i=void 0,s=void 0,o=void 0,l=void 0,e=re,y=p+1):x===47?l=!0:x>32&&(y=p,e=In);break;case In:(x<=32||x===61)&&(g=k(),p--,e=Un);break;case Un:x===61&&(e=Hn);break;case Hn:(x===34||x===39)&&(a=x,u=x===34?'"':"'",e=pr,y=p+1);break;case pr:if(x===a){let v=zn.unescapeXML(k());s[g]=v,g=void 0,e=ur}break}}typeof y=="number"&&y<=m.length&&(t=m.slice(y),y=0)}}end(e){e&&this.write(e),this.write=function(){}}};Fn.exports=fr});var wi=O((dh,xi)=>{"use strict";xi.exports=ha;function bi(r){return r.reduce((e,t)=>e.concat(Array.isArray(t)?bi(t):t),[])}function ha(r){if(!Array.isArray(r))throw new TypeError("Middleware stack must be an array!");r=bi(r);for(let e of r)if(typeof e!="function")throw new TypeError("Middleware must be composed of functions!");return function(e,t){let n=-1;return i(0);function i(s){if(s<=n)return Promise.reject(new Error("next() called multiple times"));n=s;let o=r[s];if(s===r.length&&(o=t),!o)return Promise.resolve();try{return Promise.resolve(o(e,i.bind(null,s+1)))}catch(l){return Promise.reject(l)}}}}});var Ai=O((Tt,_i)=>{(function(r,e){typeof Tt=="object"?e(Tt,_i):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Tt,function(r,e){function t(){}t.prototype.name="PLAIN",t.prototype.clientFirst=!0,t.prototype.response=function(n){var i="";return i+=n.authzid||"",i+="\0",i+=n.username,i+="\0",i+=n.password,i},t.prototype.challenge=function(n){return this},r=e.exports=t})});var Ci=O((Ct,Ti)=>{(function(r,e){typeof Ct=="object"?e(Ct,Ti,Ai()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/mechanism"],e)})(Ct,function(r,e,t){r=e.exports=t,r.Mechanism=t})});var qi=O((Pt,zi)=>{(function(r,e){typeof Pt=="object"?e(Pt,zi):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Pt,function(r,e){function t(){this._mechs=[]}t.prototype.use=function(n,i){return i||(i=n,n=i.prototype.name),this._mechs.push({name:n,mech:i}),this},t.prototype.create=function(n){for(var i=0,s=this._mechs.length;i<s;i++)for(var o=0,l=n.length;o<l;o++){var a=this._mechs[i];if(a.name==n[o])return new a.mech}return null},r=e.exports=t})});var Ii=O((Mt,Di)=>{(function(r,e){typeof Mt=="object"?e(Mt,Di,qi()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/factory"],e)})(Mt,function(r,e,t){r=e.exports=t,r.Factory=t})});var Ie=globalThis,Ue=Ie.ShadowRoot&&(Ie.ShadyCSS===void 0||Ie.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Zt=Symbol(),en=new WeakMap,ve=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==Zt)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Ue&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=en.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&en.set(t,e))}return e}toString(){return this.cssText}},tn=r=>new ve(typeof r=="string"?r:r+"",void 0,Zt),P=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((n,i,s)=>n+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+r[s+1],r[0]);return new ve(t,r,Zt)},rn=(r,e)=>{if(Ue)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let n=document.createElement("style"),i=Ie.litNonce;i!==void 0&&n.setAttribute("nonce",i),n.textContent=t.cssText,r.appendChild(n)}},er=Ue?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let n of e.cssRules)t+=n.cssText;return tn(t)})(r):r;var{is:Vs,defineProperty:Ks,getOwnPropertyDescriptor:Ys,getOwnPropertyNames:Js,getOwnPropertySymbols:Qs,getPrototypeOf:Zs}=Object,He=globalThis,nn=He.trustedTypes,eo=nn?nn.emptyScript:"",to=He.reactiveElementPolyfillSupport,be=(r,e)=>r,xe={toAttribute(r,e){switch(e){case Boolean:r=r?eo:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},We=(r,e)=>!Vs(r,e),sn={attribute:!0,type:String,converter:xe,reflect:!1,useDefault:!1,hasChanged:We};Symbol.metadata??=Symbol("metadata"),He.litPropertyMetadata??=new WeakMap;var I=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=sn){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),i=this.getPropertyDescriptor(e,n,t);i!==void 0&&Ks(this.prototype,e,i)}}static getPropertyDescriptor(e,t,n){let{get:i,set:s}=Ys(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:i,set(o){let l=i?.call(this);s?.call(this,o),this.requestUpdate(e,l,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??sn}static _$Ei(){if(this.hasOwnProperty(be("elementProperties")))return;let e=Zs(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(be("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(be("properties"))){let t=this.properties,n=[...Js(t),...Qs(t)];for(let i of n)this.createProperty(i,t[i])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[n,i]of t)this.elementProperties.set(n,i)}this._$Eh=new Map;for(let[t,n]of this.elementProperties){let i=this._$Eu(t,n);i!==void 0&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let i of n)t.unshift(er(i))}else e!==void 0&&t.push(er(e));return t}static _$Eu(e,t){let n=t.attribute;return n===!1?void 0:typeof n=="string"?n:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return rn(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,n);if(i!==void 0&&n.reflect===!0){let s=(n.converter?.toAttribute!==void 0?n.converter:xe).toAttribute(t,n.type);this._$Em=e,s==null?this.removeAttribute(i):this.setAttribute(i,s),this._$Em=null}}_$AK(e,t){let n=this.constructor,i=n._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let s=n.getPropertyOptions(i),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:xe;this._$Em=i;let l=o.fromAttribute(t,s.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,t,n,i=!1,s){if(e!==void 0){let o=this.constructor;if(i===!1&&(s=this[e]),n??=o.getPropertyOptions(e),!((n.hasChanged??We)(s,t)||n.useDefault&&n.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,n))))return;this.C(e,t,n)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:i,wrapped:s},o){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,s]of this._$Ep)this[i]=s;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[i,s]of n){let{wrapped:o}=s,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,s,l)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(n=>n.hostUpdate?.()),this.update(t)):this._$EM()}catch(n){throw e=!1,this._$EM(),n}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};I.elementStyles=[],I.shadowRootOptions={mode:"open"},I[be("elementProperties")]=new Map,I[be("finalized")]=new Map,to?.({ReactiveElement:I}),(He.reactiveElementVersions??=[]).push("2.1.2");var rr=globalThis,on=r=>r,Fe=rr.trustedTypes,an=Fe?Fe.createPolicy("lit-html",{createHTML:r=>r}):void 0,nr="$lit$",U=`lit$${Math.random().toFixed(9).slice(2)}$`,ir="?"+U,ro=`<${ir}>`,Z=document,ke=()=>Z.createComment(""),$e=r=>r===null||typeof r!="object"&&typeof r!="function",sr=Array.isArray,pn=r=>sr(r)||typeof r?.[Symbol.iterator]=="function",tr=`[ 	
\f\r]`,we=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ln=/-->/g,cn=/>/g,J=RegExp(`>|${tr}(?:([^\\s"'>=/]+)(${tr}*=${tr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),dn=/'/g,hn=/"/g,fn=/^(?:script|style|textarea|title)$/i,or=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),c=or(1),_=or(2),El=or(3),H=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),un=new WeakMap,Q=Z.createTreeWalker(Z,129);function mn(r,e){if(!sr(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return an!==void 0?an.createHTML(e):e}var gn=(r,e)=>{let t=r.length-1,n=[],i,s=e===2?"<svg>":e===3?"<math>":"",o=we;for(let l=0;l<t;l++){let a=r[l],u,y,g=-1,b=0;for(;b<a.length&&(o.lastIndex=b,y=o.exec(a),y!==null);)b=o.lastIndex,o===we?y[1]==="!--"?o=ln:y[1]!==void 0?o=cn:y[2]!==void 0?(fn.test(y[2])&&(i=RegExp("</"+y[2],"g")),o=J):y[3]!==void 0&&(o=J):o===J?y[0]===">"?(o=i??we,g=-1):y[1]===void 0?g=-2:(g=o.lastIndex-y[2].length,u=y[1],o=y[3]===void 0?J:y[3]==='"'?hn:dn):o===hn||o===dn?o=J:o===ln||o===cn?o=we:(o=J,i=void 0);let m=o===J&&r[l+1].startsWith("/>")?" ":"";s+=o===we?a+ro:g>=0?(n.push(u),a.slice(0,g)+nr+a.slice(g)+U+m):a+U+(g===-2?l:m)}return[mn(r,s+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},Se=class r{constructor({strings:e,_$litType$:t},n){let i;this.parts=[];let s=0,o=0,l=e.length-1,a=this.parts,[u,y]=gn(e,t);if(this.el=r.createElement(u,n),Q.currentNode=this.el.content,t===2||t===3){let g=this.el.content.firstChild;g.replaceWith(...g.childNodes)}for(;(i=Q.nextNode())!==null&&a.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let g of i.getAttributeNames())if(g.endsWith(nr)){let b=y[o++],m=i.getAttribute(g).split(U),p=/([.?@])?(.*)/.exec(b);a.push({type:1,index:s,name:p[2],strings:m,ctor:p[1]==="."?Ge:p[1]==="?"?Xe:p[1]==="@"?Ve:te}),i.removeAttribute(g)}else g.startsWith(U)&&(a.push({type:6,index:s}),i.removeAttribute(g));if(fn.test(i.tagName)){let g=i.textContent.split(U),b=g.length-1;if(b>0){i.textContent=Fe?Fe.emptyScript:"";for(let m=0;m<b;m++)i.append(g[m],ke()),Q.nextNode(),a.push({type:2,index:++s});i.append(g[b],ke())}}}else if(i.nodeType===8)if(i.data===ir)a.push({type:2,index:s});else{let g=-1;for(;(g=i.data.indexOf(U,g+1))!==-1;)a.push({type:7,index:s}),g+=U.length-1}s++}}static createElement(e,t){let n=Z.createElement("template");return n.innerHTML=e,n}};function ee(r,e,t=r,n){if(e===H)return e;let i=n!==void 0?t._$Co?.[n]:t._$Cl,s=$e(e)?void 0:e._$litDirective$;return i?.constructor!==s&&(i?._$AO?.(!1),s===void 0?i=void 0:(i=new s(r),i._$AT(r,t,n)),n!==void 0?(t._$Co??=[])[n]=i:t._$Cl=i),i!==void 0&&(e=ee(r,i._$AS(r,e.values),i,n)),e}var Be=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,i=(e?.creationScope??Z).importNode(t,!0);Q.currentNode=i;let s=Q.nextNode(),o=0,l=0,a=n[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new ce(s,s.nextSibling,this,e):a.type===1?u=new a.ctor(s,a.name,a.strings,this,e):a.type===6&&(u=new Ke(s,this,e)),this._$AV.push(u),a=n[++l]}o!==a?.index&&(s=Q.nextNode(),o++)}return Q.currentNode=Z,i}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,t),t+=n.strings.length-2):n._$AI(e[t])),t++}},ce=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,i){this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ee(this,e,t),$e(e)?e===f||e==null||e===""?(this._$AH!==f&&this._$AR(),this._$AH=f):e!==this._$AH&&e!==H&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):pn(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==f&&$e(this._$AH)?this._$AA.nextSibling.data=e:this.T(Z.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=Se.createElement(mn(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(t);else{let s=new Be(i,this),o=s.u(this.options);s.p(t),this.T(o),this._$AH=s}}_$AC(e){let t=un.get(e.strings);return t===void 0&&un.set(e.strings,t=new Se(e)),t}k(e){sr(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,n,i=0;for(let s of e)i===t.length?t.push(n=new r(this.O(ke()),this.O(ke()),this,this.options)):n=t[i],n._$AI(s),i++;i<t.length&&(this._$AR(n&&n._$AB.nextSibling,i),t.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let n=on(e).nextSibling;on(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},te=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,i,s){this.type=1,this._$AH=f,this._$AN=void 0,this.element=e,this.name=t,this._$AM=i,this.options=s,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=f}_$AI(e,t=this,n,i){let s=this.strings,o=!1;if(s===void 0)e=ee(this,e,t,0),o=!$e(e)||e!==this._$AH&&e!==H,o&&(this._$AH=e);else{let l=e,a,u;for(e=s[0],a=0;a<s.length-1;a++)u=ee(this,l[n+a],t,a),u===H&&(u=this._$AH[a]),o||=!$e(u)||u!==this._$AH[a],u===f?e=f:e!==f&&(e+=(u??"")+s[a+1]),this._$AH[a]=u}o&&!i&&this.j(e)}j(e){e===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Ge=class extends te{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===f?void 0:e}},Xe=class extends te{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==f)}},Ve=class extends te{constructor(e,t,n,i,s){super(e,t,n,i,s),this.type=5}_$AI(e,t=this){if((e=ee(this,e,t,0)??f)===H)return;let n=this._$AH,i=e===f&&n!==f||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,s=e!==f&&(n===f||i);i&&this.element.removeEventListener(this.name,this,n),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ke=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){ee(this,e)}},yn={M:nr,P:U,A:ir,C:1,L:gn,R:Be,D:pn,V:ee,I:ce,H:te,N:Xe,U:Ve,B:Ge,F:Ke},no=rr.litHtmlPolyfillSupport;no?.(Se,ce),(rr.litHtmlVersions??=[]).push("3.3.3");var vn=(r,e,t)=>{let n=t?.renderBefore??e,i=n._$litPart$;if(i===void 0){let s=t?.renderBefore??null;n._$litPart$=i=new ce(e.insertBefore(ke(),s),s,void 0,t??{})}return i._$AI(r),i};var ar=globalThis,W=class extends I{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=vn(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return H}};W._$litElement$=!0,W.finalized=!0,ar.litElementHydrateSupport?.({LitElement:W});var io=ar.litElementPolyfillSupport;io?.({LitElement:W});(ar.litElementVersions??=[]).push("4.2.2");var so={attribute:!0,type:String,converter:xe,reflect:!1,hasChanged:We},oo=(r=so,e,t)=>{let{kind:n,metadata:i}=t,s=globalThis.litPropertyMetadata.get(i);if(s===void 0&&globalThis.litPropertyMetadata.set(i,s=new Map),n==="setter"&&((r=Object.create(r)).wrapped=!0),s.set(t.name,r),n==="accessor"){let{name:o}=t;return{set(l){let a=e.get.call(this);e.set.call(this,l),this.requestUpdate(o,a,r,!0,l)},init(l){return l!==void 0&&this.C(o,void 0,r,l),l}}}if(n==="setter"){let{name:o}=t;return function(l){let a=this[o];e.call(this,l),this.requestUpdate(o,a,r,!0,l)}}throw Error("Unsupported decorator location: "+n)};function N(r){return(e,t)=>typeof t=="object"?oo(r,e,t):((n,i,s)=>{let o=i.hasOwnProperty(s);return i.constructor.createProperty(s,n),o?Object.getOwnPropertyDescriptor(i,s):void 0})(r,e,t)}function Ye(r){return N({...r,state:!0,attribute:!1})}async function bn(r,e,t){let n=new URL("desk.json",r);n.searchParams.set("desk",e),n.searchParams.set("lang",t.join(","));let i=await fetch(n);if(!i.ok)throw new Error(`${n.pathname}: ${i.status}`);return await i.json()}var at=D(Ze(),1),mr=D(_n(),1),V=D(Qe(),1);var Xn=D(Bn(),1),Vn=D(Ze(),1);var F=D(dr(),1);var X=class extends Error{constructor(e){super(e),this.name="TimeoutError"}};function rt(r){let e,t=new Promise(n=>{e=setTimeout(n,r)});return t.timeout=e,t}function nt(r,e){let t=rt(e);function n(){clearTimeout(t.timeout)}let i=new X;return Promise.race([r.finally(n),t.then(()=>{throw i})])}var Gn=new WeakMap;function ne(r){let e=Gn.get(r);if(!e){let t=(r.addEventListener??r.addListener).bind(r),n=(r.removeEventListener??r.removeListener).bind(r),i=(r.once??((s,o)=>r.addEventListener(s,o,{once:!0}))).bind(r);e={on:t,off:n,once:i},Gn.set(r,e)}return e}function j(r,e,t="error",n){return new Promise((i,s)=>{let o,{off:l,once:a}=ne(r),u=()=>{clearTimeout(o),l(e,g),l(t,y)};function y(b){s(b),u()}function g(b){i(b),u()}if(a(e,g),t&&a(t,y),n){let b=new X;o=setTimeout(()=>{u(),s(b)},n)}})}function it(){this.promise=new Promise((r,e)=>{this.resolve=r,this.reject=e})}function ie(r,e=null,t){return new Promise((n,i)=>{function s(a){r.removeListener("nonza",l),i(a)}function o(...a){r.removeListener("nonza",l),n(...a)}async function l(a){try{await t(a,o)}catch(u){s(u)}}e&&r.send(e).catch(s),r.on("nonza",l)})}function se(r){return{subscribe(e){let{on:t}=ne(e);for(let[n,i]of Object.entries(r))t(n,i)},unsubscribe(e){let{off:t}=ne(e);for(let[n,i]of Object.entries(r))t(n,i)}}}var M=class extends Error{constructor(...e){super(...e),this.name="XMLError"}};var st=class extends F.EventEmitter{constructor(){super();let e=new Xn.default;this.root=null,this.cursor=null,e.on("startElement",this.onStartElement.bind(this)),e.on("endElement",this.onEndElement.bind(this)),e.on("text",this.onText.bind(this)),this.parser=e}onStartElement(e,t){let n=new Vn.default(e,t),{root:i,cursor:s}=this;i?s!==i&&s.append(n):(this.root=n,this.emit("start",n)),this.cursor=n}onEndElement(e){let{root:t,cursor:n}=this;if(e!==n.name){this.emit("error",new M(`${n.name} must be closed.`));return}if(n===t){this.emit("end",t);return}if(!n.parent){n.parent=t,this.emit("element",n),this.cursor=t;return}this.cursor=n.parent}onText(e){let{cursor:t}=this;if(!t){this.emit("error",new M(`${e} must be a child.`));return}t.t(e)}write(e){this.parser.write(e)}end(e){e&&this.parser.write(e)}};st.XMLError=M;var ot=st;function d(...r){return(0,mr.default)(...r)}Object.assign(d,{Element:at.default,createElement:mr.default,Parser:ot,escapeXML:V.escapeXML,unescapeXML:V.unescapeXML,escapeXMLText:V.escapeXMLText,unescapeXMLText:V.unescapeXMLText,XMLError:M,xml:d});var lt="jabber:client",h={archive:"urn:xmpp:mam:2",carbons:"urn:xmpp:carbons:2",correction:"urn:xmpp:message-correct:0",delay:"urn:xmpp:delay",fallback:"urn:xmpp:fallback:0",form:"jabber:x:data",forward:"urn:xmpp:forward:0",hints:"urn:xmpp:hints",identity:"urn:xmpp:sid:0",info:"http://jabber.org/protocol/disco#info",items:"http://jabber.org/protocol/disco#items",line:"urn:xmpp:imref:line:0",markers:"urn:xmpp:chat-markers:0",nick:"http://jabber.org/protocol/nick",oob:"jabber:x:oob",ping:"urn:xmpp:ping",reactions:"urn:xmpp:reactions:0",receipts:"urn:xmpp:receipts",reply:"urn:xmpp:reply:0",responses:"urn:xmpp:tmp:quick-response",retraction:"urn:xmpp:message-retract:1",pages:"http://jabber.org/protocol/rsm",states:"http://jabber.org/protocol/chatstates",upload:"urn:xmpp:http:upload:0"},Kn=[h.info,h.correction,h.markers,h.nick,h.oob,h.ping,h.reactions,h.receipts,h.responses,h.retraction,h.states];var $o=["active","composing","paused","inactive","gone"],So=["remote-server-not-found","remote-server-timeout","resource-constraint","internal-server-error"];function dt(r,e){let t=r.getChild("received",h.carbons)??r.getChild("sent",h.carbons),n=r.getChild("result",h.archive),i=t??n;if(!i)return Yn(r,Jn(r,e),gr(r));let{from:s}=r.attrs;if(s&&s!==e)return;let o=i.getChild("forwarded",h.forward),l=o?.getChild("message");if(!o||!l)return;let a=n?.attrs.id??Jn(l,e);return Yn(l,a,gr(o)||gr(l))}function yr({message:r,at:e},{me:t,desk:n}){let i=ct(r.attrs.from??t),s=i===t;return(s?ct(r.attrs.to??t)!==n:i!==n)?[]:r.attrs.type==="error"?[Lo(r)]:[...Eo(r,s),..._o(r,s,e)]}function ct(r){return(r.split("/",1)[0]??"").toLowerCase()}function*Eo(r,e){let t=r.getChild("received",h.receipts);t&&(yield{what:"receipt",mine:e,id:t.attrs.id??""});let n=r.getChild("displayed",h.markers);n&&(yield{what:"displayed",mine:e,id:n.attrs.id??""});let i=$o.find(s=>r.getChild(s,h.states));i&&(yield{what:"state",mine:e,state:i})}function*_o(r,e,t){let n=r.getChild("retract",h.retraction),i=r.getChild("reactions",h.reactions);if(n)yield{what:"retraction",mine:e,id:n.attrs.id??""};else if(i){let s=i.getChildren("reaction").map(o=>o.text());yield{what:"reactions",mine:e,id:i.attrs.id??"",emojis:s}}else r.getChild("body")&&(yield Ao(r,e,t))}function Ao(r,e,t){let n=Co(r.getChild("x",h.oob)?.getChildText("url")??""),i=r.getChildText("body")??"";return{what:"words",mine:e,id:r.attrs.id??r.getChild("origin-id",h.identity)?.attrs.id??"",nick:r.getChildText("nick",h.nick)??"",text:n&&i.trim()===n?"":i,at:t,replaces:r.getChild("replace",h.correction)?.attrs.id??"",choices:r.getChildren("response",h.responses).map(To),place:Number(r.getChild("line",h.line)?.attrs.place??0)||0,url:n,asks:r.getChild("request",h.receipts)!==void 0}}function To({attrs:r}){let e=r.value??"";return{value:e,label:r.label??e}}function Co(r){return/^https?:\/\//i.test(r)?r:""}function Lo(r){let e=r.getChild("error"),t=e?.getChildElements().find(({name:o})=>o!=="text")?.name??"",n=t==="forbidden"&&r.getChild("body")!==void 0,i=e?.attrs.type==="wait"||So.includes(t)||n,s=e?.getChildText("text")??"";return{what:"refused",id:r.attrs.id??"",again:i,why:s}}function Yn(r,e,t){return{message:r,archived:e,at:t}}function Jn(r,e){return r.getChildren("stanza-id",h.identity).find(({attrs:n})=>n.by===e)?.attrs.id??""}function gr(r){let e=r.getChild("delay",h.delay)?.attrs.stamp??"";return Date.parse(e)||0}var Ro=1e4;function vr(r,e,t){return ht(r,e.id)(d("body",{},e.text),d("request",{xmlns:h.receipts}),d("markable",{xmlns:h.markers}),d("active",{xmlns:h.states}),d("origin-id",{xmlns:h.identity,id:e.id}),e.replaces&&d("replace",{xmlns:h.correction,id:e.replaces}),e.url&&d("x",{xmlns:h.oob},d("url",{},e.url)),e.name&&d("nick",{xmlns:h.nick},e.name),e.email&&br({email:e.email}),t-e.at>Ro&&d("delay",{xmlns:h.delay,stamp:Po(e.at)}))}function Qn(r,e){return ht(r)(d("received",{xmlns:h.receipts,id:e}))}function Zn(r,e){return ht(r)(d("displayed",{xmlns:h.markers,id:e}))}function ei(r,e){return ht(r)(d(e,{xmlns:h.states}),d("no-store",{xmlns:h.hints}))}function he(r,e){return d("presence",{to:r,type:e,xmlns:lt})}function z(r,e,t){return d("iq",{type:r,to:e,id:q(),xmlns:lt},t)}function ti(){return d("query",{xmlns:h.info},d("identity",{category:"client",type:"web",name:"imref"}),...Kn.map(r=>d("feature",{var:r})))}function br(r,e){let t=e&&d("field",{var:"FORM_TYPE",type:"hidden"},d("value",{},e)),n=Object.entries(r).map(([i,s])=>d("field",{var:i},d("value",{},s)));return d("x",{xmlns:h.form,type:"submit"},t,...n)}function q(){return[...crypto.getRandomValues(new Uint8Array(12))].map(e=>e.toString(16).padStart(2,"0")).join("")}function ht(r,e=q()){return(...t)=>d("message",{type:"chat",to:r,id:e,xmlns:lt},...t)}function Po(r){return new Date(r).toISOString()}var Oo=50,No=10,ut=class{constructor(e,t){this.desk=e;this.request=t;this.last="";this.gap=!0;this.reading=!1;this.query="";this.page=[]}get complete(){return!this.gap}note(e){e&&!this.gap&&(this.last=e)}interrupt(){this.gap=!0}forget(){this.last="",this.gap=!0}take(e,t){let n=e.getChild("result",h.archive);if(!n)return!1;let i=dt(e,t);return i&&n.attrs.queryid===this.query&&this.page.push(i),!0}async read(e){if(!this.reading){this.reading=!0;try{(!this.last||!await this.forwards(e))&&await this.backwards(e),this.gap=!1}catch{}finally{this.reading=!1}}}async forwards(e){for(;;){let t;try{t=await this.turn(d("after",{},this.last))}catch(n){if(zo(n)==="item-not-found")return!1;throw n}if(e.later(this.page),this.last=t.last||this.last,t.complete)return!0}}async backwards(e){let t="";for(let n=0;n<No;n++){let i=await this.turn(d("before",{},t));if(e.earlier(this.page,!t),t||(this.last=i.last),t=i.first,i.complete||!t)return}}async turn(e){this.query=q(),this.page=[];let t=br({with:this.desk},h.archive),n=d("set",{xmlns:h.pages},d("max",{},String(Oo)),e),i=d("query",{xmlns:h.archive,queryid:this.query},t,n);return jo(await this.request(z("set",void 0,i)))}};function jo(r){let e=r.getChild("fin",h.archive),t=e?.getChild("set",h.pages);return{complete:e?.attrs.complete==="true",first:t?.getChildText("first")??"",last:t?.getChildText("last")??""}}function zo(r){return r instanceof Error&&"condition"in r?String(r.condition):""}function ri(r){let e=new AbortController,{signal:t}=e;return addEventListener("online",()=>r.awake(),{signal:t}),addEventListener("offline",()=>r.cutOff(),{signal:t}),addEventListener("pageshow",({persisted:n})=>n&&r.awake(),{signal:t}),addEventListener("pagehide",()=>r.leaving(),{signal:t}),document.addEventListener("visibilitychange",()=>xr()&&r.awake(),{signal:t}),()=>e.abort()}function xr(){return document.visibilityState==="visible"}var pt={failed:0,sending:1,sent:2,kept:3,read:4};function ue(r,e){return r?e:`~${e}`}function ii(r){return r.id.slice(1)}var ft=class{constructor(){this.lines=[];this.early=new Map;this.corrections=new Map;this.awaited=new Map;this.versions=new Map;this.places=new Map}hear(e,t){let n=this.lines.length,i=this.put({...e,at:e.at||t},this.lines.at(-1)?.id??"",!1);return this.lines.length>n?i:""}recall(e,t){return this.put(e,t,!0)}show(e,t,n=""){e.replaces?this.showCorrection(e,e.replaces,t,n):(this.find(e.id)||this.append(ni(e)),this.change(e.id,i=>({...i,url:e.url??"",mark:t,failure:n})))}attach(e,t,n,i=""){this.find(e.id)||this.append(ni(e)),this.change(e.id,s=>({...s,file:t,mark:n,failure:i}))}raise(e,t){let n=this.corrections.get(e)??e,i=this.awaited.get(n);i&&i!==e||(pt[t]>=pt.kept&&this.awaited.delete(n),this.change(n,s=>pt[t]>pt[s.mark]?{...s,mark:t,failure:""}:s))}displayed(e){this.raise(e,"read");let t=this.indexOf(this.corrections.get(e)??e);this.lines=this.lines.map((n,i)=>i<t&&n.from==="me"&&n.mark==="kept"?{...n,mark:"read"}:n)}react(e,t,n){e||this.changeOrWait(this.target(!0,t),i=>({...i,reactions:n}))}retract(e,t){this.changeOrWait(this.target(e,t),n=>{let{file:i,...s}=n;return{...s,text:"",url:"",retracted:!0,choices:[]}})}find(e){return this.lines[this.indexOf(e)]}clear(){this.lines=[];for(let e of[this.early,this.corrections,this.awaited,this.versions,this.places])e.clear()}get correctable(){let e=this.lines.findLast(({from:n})=>n==="me");return e&&!e.retracted&&!e.url&&!e.file&&e.mark!=="failed"?e.id:""}get newest(){return this.lines.findLast(({from:e})=>e!=="me")}get answering(){let e=this.lines.findLast(t=>t.from==="librarian"||this.placeOf(t));return e?.from==="librarian"?e.nick:""}get place(){return this.newest?this.placeOf(this.newest):0}unread(e){let t=this.lines.findLastIndex(n=>n.from==="me"||n.id===e);return this.lines.length-1-t}put(e,t,n){if(e.replaces&&(this.correct(e,n)||n))return t;let i=ue(e.mine,e.id);if(this.find(i))return e.mine&&this.raise(e.id,"sent"),this.indexOf(t)>this.indexOf(i)?t:i;e.place&&this.places.set(i,e.place);let o=this.indexOf(t)+1,l=this.lines.some((a,u)=>u>=o&&qo(a));this.insert(Do(e,e.mine&&l?"read":"kept"),o);for(let a of this.early.get(i)??[])this.change(i,a);return this.early.delete(i),i}correct(e,t){let n=this.target(e.mine,e.replaces);if(this.corrections.set(ue(e.mine,e.id),n),this.awaited.has(n))return!0;let i=this.newerText(n,e.text,e.at);return t?this.changeOrWait(n,i):this.change(n,i),this.find(n)!==void 0}showCorrection(e,t,n,i){this.corrections.set(e.id,t),this.awaited.set(t,e.id),this.versions.set(t,e.at),this.changeOrWait(t,s=>({...s,text:e.text,corrected:!0,mark:n,failure:i}))}newerText(e,t,n){return i=>n<(this.versions.get(e)??0)?i:(this.versions.set(e,n),{...i,text:t,corrected:!0})}target(e,t){let n=ue(e,t);return this.corrections.get(n)??n}changeOrWait(e,t){this.find(e)?this.change(e,t):this.early.set(e,[...this.early.get(e)??[],t])}change(e,t){this.lines=this.lines.map(n=>n.id===e?t(n):n)}append(e){this.insert(e,this.lines.length)}insert(e,t){this.lines=[...this.lines.slice(0,t),e,...this.lines.slice(t)]}indexOf(e){return this.lines.findLastIndex(t=>t.id===e)}placeOf(e){return this.places.get(e.id)??0}};function ni(r){return{id:r.id,from:"me",nick:r.name??"",text:r.url===r.text?"":r.text,at:r.at,mark:"sending",failure:"",corrected:!1,retracted:!1,choices:[],url:r.url??"",...r.url&&{file:si(r.url)},reactions:[]}}function qo({from:r,mark:e}){return r==="me"&&e==="read"}function Do(r,e){let{mine:t,id:n,nick:i,text:s,at:o,url:l,choices:a}=r;return{id:ue(t,n),from:t?"me":i?"librarian":"desk",nick:i,text:s,at:o,mark:e,failure:"",corrected:!1,retracted:!1,choices:a,url:l,...l&&!s&&{file:si(l)},reactions:[]}}function si(r){let e=new URL(r).pathname.split("/").at(-1)??"";return{name:Io(e),size:0,progress:1}}function Io(r){try{return decodeURIComponent(r)}catch{return r}}var mt=class{constructor(e,t,n){this.thread=e;this.memory=t;this.tell=n;this.shown=!1}get unread(){return this.thread.unread(this.memory.get("seen")??"")}look(){this.shown=!0,this.note()}distract(){this.shown=!1}note(){let{newest:e}=this.thread;if(!this.shown||!e||!xr())return;this.memory.set("seen",e.id);let t=this.thread.lines.findLast(({from:n})=>n==="librarian");!t||this.memory.get("displayed")===t.id||this.tell(ii(t))&&this.memory.set("displayed",t.id)}seenElsewhere(e){this.memory.set("seen",ue(!1,e))}};var oi={now:()=>Date.now(),after(r,e){let t=setTimeout(e,r);return()=>clearTimeout(t)}},pe=class{constructor(e,t,n=Math.random){this.first=e;this.longest=t;this.random=n;this.tries=0}next(){return Math.min(this.first*2**this.tries++,this.longest)*(.5+this.random()/2)}reset(){this.tries=0}};var oe=class extends Error{constructor(t){super("refused");this.seconds=t;this.name="Refusal"}};var Uo=[500,3e4],Ho=2e4,Wo=5e3,gt=class{constructor(e,t,n){this.ways=e;this.ears=t;this.clock=n;this.backOff=new pe(...Uo);this.wanted=!1;this.up=!1;this.trying=!1}get online(){return this.up}get me(){return this.guest?ct(this.guest.jid):""}get domain(){return this.me.split("@")[1]??""}open(){this.wanted=!0,this.tryNow()}send(e){this.up&&this.stream?.client.send(e).catch(()=>{})}request(e,t=15e3){return!this.up||!this.stream?Promise.reject(new Error("offline")):this.stream.iq.request(e,t)}wake(){this.wanted&&(this.up?this.prove():this.tryNow())}cut(){let e=this.stream?.client.socket?.socket;e&&(e.close(),e.dispatchEvent(new CloseEvent("close",{wasClean:!1})))}leave(){let e=this.stream?.client;!this.up||!e||(e.send(he(void 0,"unavailable")).catch(()=>{}),e.write(e.footer(e.footerElement())).catch(()=>{}))}async close(){this.wanted=this.trying=!1,this.stopWaiting(),this.cancelLogIn?.();let e=this.stream?.client;this.stream=void 0,this.up=!1,e?.socket&&await e.stop().catch(()=>{})}async forget(){await this.close(),this.guest=void 0}tryNow(){this.stopWaiting(),!(this.up||this.trying||!this.wanted)&&(this.trying=!0,this.connect().catch(e=>this.failed(e)))}async connect(){this.guest??=await this.ways.guest(),this.wanted&&(this.stream??=this.listening(this.ways.stream(this.guest)),this.cancelLogIn=this.clock.after(Ho,()=>this.cut()),await this.stream.connect())}failed(e){e instanceof oe?(this.trying=this.wanted=!1,this.ears.refused(e)):this.stream?.client.socket?this.cut():this.later()}listening(e){let{client:t,management:n}=e;return t.on("online",()=>this.arrived(e,!1)),n.on("resumed",()=>this.arrived(e,!0)),n.on("ack",i=>this.ears.acknowledged(i.attrs.id??"")),t.on("stanza",i=>this.ears.stanza(i)),t.on("error",i=>this.trouble(e,i)),t.on("disconnect",()=>this.gone(e)),e}arrived(e,t){e===this.stream&&(this.cancelLogIn?.(),this.backOff.reset(),this.trying=!1,this.up=!0,this.ears.online(t))}trouble(e,t){e!==this.stream||this.up||(this.cut(),t.name==="SASLError"&&(this.guest=void 0,this.stream=void 0))}gone(e){if(this.stream&&e!==this.stream)return;let t=this.up;this.up=!1,t&&this.ears.lost(),this.later()}later(){this.trying=!1,this.cancelLogIn?.(),!(!this.wanted||this.cancelTry)&&(this.cancelTry=this.clock.after(this.backOff.next(),()=>this.tryNow()))}stopWaiting(){this.cancelTry?.(),this.cancelTry=void 0}async prove(){try{await this.request(z("get",this.domain,d("ping",{xmlns:h.ping})),Wo)}catch{this.cut()}}};var Fo=2e4,Bo=[4e3,6e4],yt=class{constructor(e,t,n){this.outbox=e;this.clock=t;this.send=n;this.flying=new Map;this.patience=new pe(...Bo);this.ready=!1}begin(){this.land(),this.ready=!0,this.flush()}goOn(){this.ready=!0,this.flush()}rest(){this.ready=!1}flush(){if(!(!this.ready||this.release))for(let e of this.outbox.own)this.flying.has(e.id)||this.dispatch(e)}kept(e){this.stopWaiting(e),this.outbox.settle(e),this.patience.reset()}notNow(e){this.outbox.find(e)&&(this.stopWaiting(e),this.release??=this.clock.after(this.patience.next(),()=>{this.release=void 0,this.flush()}))}failed(e,t){this.stopWaiting(e),this.outbox.fail(e,t)}stop(){this.rest(),this.land()}dispatch(e){this.flying.set(e.id,this.clock.after(Fo,()=>this.missed(e.id))),this.send(e)}missed(e){this.flying.delete(e),this.flush()}stopWaiting(e){this.flying.get(e)?.(),this.flying.delete(e)}land(){this.release?.(),this.release=void 0;for(let e of[...this.flying.keys()])this.stopWaiting(e)}};var Go=["authorization","cookie","expires"],Xo="cookie";async function ai(r,e){let n=(await e(z("get",r,d("query",{xmlns:h.items})))).getChild("query",h.items)?.getChildren("item")??[],s=[r,...n.map(({attrs:o})=>o.jid??"")].map(o=>Vo(o,e).catch(()=>{}));return(await Promise.all(s)).find(o=>o!==void 0)}async function li(r,e,t,n){let i=await Ko(r,e,t);return await Qo(i,e,n),i.get}async function Vo(r,e){let n=(await e(z("get",r,d("query",{xmlns:h.info})))).getChild("query",h.info),i=n?.getChildren("feature").some(({attrs:l})=>l.var===h.upload);if(!n||!i)return;let o=n.getChildren("x",h.form).flatMap(l=>l.getChildren("field")).find(({attrs:l})=>l.var==="max-file-size")?.getChildText("value");return{address:r,most:Number(o)||Number.POSITIVE_INFINITY}}async function Ko(r,e,t){let n=d("request",{xmlns:h.upload,filename:e.name,size:e.size,"content-type":e.type||"application/octet-stream"}),i=(await t(z("get",r.address,n))).getChild("slot",h.upload),s=i?.getChild("put");return{put:s?.attrs.url??"",get:i?.getChild("get")?.attrs.url??"",headers:(s?.getChildren("header")??[]).map(Yo).filter(([o])=>Jo(o))}}function Yo(r){return[r.attrs.name??"",r.text().replace(/[\r\n]/g,"")]}function Jo(r){let e=r.toLowerCase();return Go.includes(e)&&e!==Xo}function Qo(r,e,t){return new Promise((n,i)=>{let s=new XMLHttpRequest;s.open("PUT",r.put),s.setRequestHeader("Content-Type",e.type||"application/octet-stream");for(let[o,l]of r.headers)s.setRequestHeader(o,l);s.upload.onprogress=({loaded:o,total:l})=>t(l?o/l:0),s.onerror=()=>i(new Error("upload: no connection")),s.onload=()=>{s.status>=200&&s.status<300?n():i(new Error(`upload: ${s.status}`))},s.send(e)})}var vt=class{constructor(e,t,n,i,s){this.thread=e;this.connection=t;this.clock=n;this.say=i;this.changed=s;this.waiting=new Map;this.ask=e=>this.connection.request(e)}get possible(){return this.place!==void 0}async lookForPlace(){this.place??=await ai(this.connection.domain,this.ask).catch(()=>{}),this.changed()}send(e){let t=q();this.waiting.set(t,e),this.bring(t,e)}again(e){let t=this.waiting.get(e);t&&this.bring(e,t)}forget(){this.place=void 0,this.waiting.clear()}async bring(e,t){let n=this.thread.find(e)?.at??this.clock.now(),i=(s,o="sending",l="")=>{let a={name:t.name,size:t.size,progress:s};this.thread.attach({id:e,text:"",at:n},a,o,l),this.changed()};i(0);try{let s=await this.put(t,i);i(1),this.waiting.delete(e),this.say({id:e,text:s,url:s,at:n})}catch(s){i(0,"failed",Zo(s))}}put(e,t){return this.place?li(this.place,e,this.ask,t):Promise.reject(new Error("no place for files"))}};function Zo(r){return r instanceof Error&&"text"in r?String(r.text??""):""}var ea=60;async function ci(r){let e=await fetch(r,{method:"POST",credentials:"include"});if(e.status===429)throw new oe(Number(e.headers.get("Retry-After"))||ea);if(e.status>=400&&e.status<500)throw new oe(0);if(!e.ok)throw new Error(`guest: ${e.status}`);return await e.json()}async function di(r){let e=await fetch(`${r}/forget`,{method:"POST",credentials:"include"});if(!e.ok)throw new Error(`guest/forget: ${e.status}`)}var bt=class{constructor(e,t){this.shelf=e;this.prefix=`imref-ask ${t} `}get(e){try{let t=this.shelf.getItem(this.prefix+e);return t===null?void 0:JSON.parse(t)}catch{return}}set(e,t){try{this.shelf.setItem(this.prefix+e,JSON.stringify(t))}catch{}}remove(e){this.shelf.removeItem(this.prefix+e)}names(e=""){return Array.from({length:this.shelf.length},(n,i)=>this.shelf.key(i)).filter(n=>n?.startsWith(this.prefix+e)??!1).map(n=>n.slice(this.prefix.length))}clear(){for(let e of this.names())this.remove(e)}watch(e){let t=({key:n,storageArea:i})=>{i===this.shelf&&n?.startsWith(this.prefix)&&e(n.slice(this.prefix.length))};return addEventListener("storage",t),()=>removeEventListener("storage",t)}};function hi(){try{let r="imref-ask";return localStorage.setItem(r,""),localStorage.removeItem(r),localStorage}catch{return new wr}}var wr=class{constructor(){this.things=new Map}get length(){return this.things.size}key(e){return[...this.things.keys()][e]??null}getItem(e){return this.things.get(e)??null}setItem(e,t){this.things.set(e,t)}removeItem(e){this.things.delete(e)}};var ae="line ",Ae=class{constructor(e,t){this.memory=e;this.tabs=t}get all(){return this.memory.names(ae).map(e=>this.memory.get(e)).filter(e=>e!==void 0).sort((e,t)=>e.at-t.at)}get own(){return this.all.filter(({tab:e,failure:t})=>e===this.tabs.own&&t===void 0)}find(e){return this.memory.get(ae+e)}keep(e,t){let n={...e,tab:this.tabs.own,guest:t};return this.memory.set(ae+e.id,n),n}settle(e){this.memory.remove(ae+e)}fail(e,t){let n=this.find(e);n&&this.memory.set(ae+e,{...n,failure:t})}retry(e,t){let n=this.find(e);if(!n)return;let{failure:i,...s}=n;return this.keep(s,t)}async adopt(e){let t=await this.tabs.alive();for(let n of this.all)n.guest&&n.guest!==e?this.fail(n.id,n.failure??""):(!t.has(n.tab)||n.tab===this.tabs.own)&&this.keep(n,e)}static lineOf(e){return e.startsWith(ae)?e.slice(ae.length):""}};var xt=class{constructor(e){this.parts=e;this.anchor=""}forget(){this.anchor=""}stanza(e){let{archive:t,parties:n}=this.parts,{me:i}=n();if(t.take(e,i))return!1;let s=dt(e,i);return s!==void 0&&this.live(s,s.message!==e)}earlier(e,t){let n=this.recall(e,"");t&&(this.anchor=n)}later(e){this.anchor=this.recall(e,this.anchor)}live(e,t){let{archive:n,parties:i}=this.parts,s=yr(e,i());for(let o of s)o.what==="words"?this.words(o,e.archived,t):this.sign(o);return s.length>0&&n.note(e.archived),s.length>0}words(e,t,n){let{thread:i,archive:s,attention:o,typing:l,clock:a}=this.parts,u=i.hear(e,a.now());u&&t&&s.complete&&(this.anchor=u),!e.mine&&(l.hear("active"),u&&o.distract(),e.asks&&e.id&&!n&&this.parts.receipt(e.id))}recall(e,t){let n=t;for(let i of e)for(let s of yr(i,this.parts.parties()))s.what==="words"?n=this.parts.thread.recall(s,n):s.what!=="state"&&s.what!=="refused"&&this.sign(s);return this.parts.read(),n}sign(e){let{thread:t,typing:n}=this.parts;switch(e.what){case"receipt":e.mine||this.kept(e.id);break;case"displayed":this.displayed(e.id,e.mine);break;case"state":e.mine||n.hear(e.state);break;case"reactions":t.react(e.mine,e.id,e.emojis);break;case"retraction":t.retract(e.mine,e.id);break;case"refused":this.refused(e.id,e.again,e.why)}}displayed(e,t){t?this.parts.attention.seenElsewhere(e):(this.kept(e),this.parts.thread.displayed(e))}kept(e){this.parts.courier.kept(e),this.parts.thread.raise(e,"kept"),this.parts.kept(e)}refused(e,t,n){let{outbox:i,courier:s,thread:o}=this.parts,l=i.find(e);l&&(t?s.notNow(e):s.failed(e,n),o.show(l,t?"sending":"failed",t?"":n))}};function wt(r){return!(!r||r.replaceAll(String.raw`\20`,"").replaceAll(String.raw`\22`,"").replaceAll(String.raw`\26`,"").replaceAll(String.raw`\27`,"").replaceAll(String.raw`\2f`,"").replaceAll(String.raw`\3a`,"").replaceAll(String.raw`\3c`,"").replaceAll(String.raw`\3e`,"").replaceAll(String.raw`\40`,"").replaceAll(String.raw`\5c`,"").search(/[ "&'/:<>@\\]/g)===-1)}function kt(r){return r===null?null:r.replaceAll(/^\s+|\s+$/g,"").replaceAll("\\",String.raw`\5c`).replaceAll(" ",String.raw`\20`).replaceAll('"',String.raw`\22`).replaceAll("&",String.raw`\26`).replaceAll("'",String.raw`\27`).replaceAll("/",String.raw`\2f`).replaceAll(":",String.raw`\3a`).replaceAll("<",String.raw`\3c`).replaceAll(">",String.raw`\3e`).replaceAll("@",String.raw`\40`)}function $t(r){return r===null?null:r.replaceAll(String.raw`\20`," ").replaceAll(String.raw`\22`,'"').replaceAll(String.raw`\26`,"&").replaceAll(String.raw`\27`,"'").replaceAll(String.raw`\2f`,"/").replaceAll(String.raw`\3a`,":").replaceAll(String.raw`\3c`,"<").replaceAll(String.raw`\3e`,">").replaceAll(String.raw`\40`,"@").replaceAll(String.raw`\5c`,"\\")}var L=class r{constructor(e,t,n){if(typeof t!="string"||!t)throw new TypeError("Invalid domain.");this.setDomain(t),this.setLocal(typeof e=="string"?e:""),this.setResource(typeof n=="string"?n:"")}[Symbol.toPrimitive](e){return e==="number"?Number.NaN:this.toString()}toString(e){let t=this._domain;return this._local&&(t=this.getLocal(e)+"@"+t),this._resource&&(t=t+"/"+this._resource),t}bare(){return this._resource?new r(this._local,this._domain,null):this}equals(e){return this._local===e._local&&this._domain===e._domain&&this._resource===e._resource}setLocal(e,t){return t=t||wt(e),t&&(e=kt(e)),this._local=e&&e.toLowerCase(),this}getLocal(e=!1){let t=null;return t=e?$t(this._local):this._local,t}setDomain(e){return this._domain=e.toLowerCase(),this}getDomain(){return this._domain}setResource(e){return this._resource=e,this}getResource(){return this._resource}};Object.defineProperty(L.prototype,"local",{get:L.prototype.getLocal,set:L.prototype.setLocal});Object.defineProperty(L.prototype,"domain",{get:L.prototype.getDomain,set:L.prototype.setDomain});Object.defineProperty(L.prototype,"resource",{get:L.prototype.getResource,set:L.prototype.setResource});var Te=L;function St(r){let e,t,n=r.indexOf("/");n!==-1&&(t=r.slice(n+1),r=r.slice(0,n));let i=r.indexOf("@");return i!==-1&&(e=r.slice(0,i),r=r.slice(i+1)),new Te(e,r,t)}function ra(r,e){return r.equals(e)}function ui(...r){return!r[1]&&!r[2]?St(...r):new Te(...r)}var K=ui.bind();K.jid=ui;K.JID=Te;K.parse=St;K.equal=ra;K.detectEscape=wt;K.escapeLocal=kt;K.unescapeLocal=$t;var B=K;var kr=class extends Error{constructor(e,t,n){super(e+(t?` - ${t}`:"")),this.name="XMPPError",this.condition=e,this.text=t,this.application=n}static fromElement(e){let[t,n,i]=e.getChildElements(),s,o;n&&(n.is("text")?s=n:n&&(o=n),i&&(o=i));let l=new this(t.name,s?s.text():"",o);return l.element=e,l}},G=kr;var $r=class extends G{constructor(...e){super(...e),this.name="StreamError"}},pi=$r;function Et(r){let{port:e,hostname:t,protocol:n}=new URL(r);return t==="[::1]"&&(t="::1"),{port:e,hostname:t,protocol:n}}function Sr(r){let{port:e,hostname:t}=Et(`http://${r}`);return{port:e,hostname:t}}function fi(r){return r.includes("://")?Et(r):Sr(r)}var na="urn:ietf:params:xml:ns:xmpp-streams",ia="http://etherx.jabber.org/streams",fe=class extends F.EventEmitter{#e=null;#t=null;constructor(e={}){super(),typeof e=="string"&&(e={domain:e}),this.jid=null,this.timeout=e.timeout||2e3,this.options=e,this.status="offline",this.socket=null,this.parser=null,this.root=null}isSecure(){return this.socket?.secure===!0}async _streamError(e,t){try{await this.send(d("stream:error",{},[d(e,{xmlns:na},t)]))}catch{}return this.disconnect()}_onData(e){let t=e.toString("utf8");this.parser.write(t)}#r(e){this._streamError("bad-format"),this._detachParser(),this.emit("error",e)}#n(e,t){this._detachSocket(),this._status("disconnect",{clean:!e,reason:t})}#i(e,t){this._detachParser(),this._status("close",{clean:!e,reason:t})}_attachSocket(e){this.socket=e,this.#e??=se({data:this._onData.bind(this),close:this.#n.bind(this),connect:()=>this._status("connect"),error:t=>this.emit("error",t)}),this.#e.subscribe(this.socket)}_detachSocket(){this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}_onElement(e){let t=e.is("error",ia);t&&this._onStreamError(e),this.emit("element",e),this.emit(this.isStanza(e)?"stanza":"nonza",e),t&&this.disconnect()}_onStreamError(e){let t=pi.fromElement(e);if(t.condition==="see-other-host")return this._onSeeOtherHost(t);this.emit("error",t)}async _onSeeOtherHost(e){let{protocol:t}=fi(this.options.service),n=e.element.getChildText("see-other-host"),{port:i}=Sr(n),s;s=i?`${t||"xmpp:"}//${n}`:(t?`${t}//`:"")+n;try{await j(this,"disconnect");let{domain:o,lang:l}=this.options;await this.connect(s),await this.open({domain:o,lang:l})}catch(o){this.emit("error",o)}}_attachParser(e){this.parser=e,this.#t??=se({element:this._onElement.bind(this),error:this.#r.bind(this),end:this.#i.bind(this),start:t=>this._status("open",t)}),this.#t.subscribe(this.parser)}_detachParser(){this.parser&&this.#t?.unsubscribe(this.parser),this.parser=null,this.root=null}_jid(e){return this.jid=B(e),this.jid}_status(e,...t){this.status!==e&&(this.status=e,this.emit("status",e,...t),this.emit(e,...t))}_ready(e=!1){e?this.status="online":this._status("online",this.jid)}async disconnect(){let e;try{e=await this._closeStream()}catch(t){this.#i(t)}try{await this._closeSocket()}catch(t){this.#n(!0,t)}return e}async start(){if(this.status!=="offline")throw new Error("Connection is not offline");let{service:e,domain:t,lang:n}=this.options;await this.connect(e);let i=j(this,"online");return await this.open({domain:t,lang:n}),i}async connect(e){this._status("connecting",e);let t=new this.Socket;return this._attachSocket(t),t.connect(this.socketParameters(e)),j(t,"connect")}async _closeSocket(e=this.timeout){this._status("disconnecting"),this.socket.end(),await j(this.socket,"close","error",e)}async open(e){this._status("opening");let{domain:t,lang:n}=e,i=this.headerElement();return i.attrs.to=t,i.attrs["xml:lang"]=n,this.root=i,this._attachParser(new this.Parser),await this.write(this.header(i)),j(this,"open","error",this.timeout)}async stop(){let e=await this.disconnect();return this._status("offline",e),e}async _closeStream(e=this.timeout){await this.#c("close");let t=this.footer(this.footerElement());return await this.write(t),this._status("closing"),j(this.parser,"end","error",e)}async restart(){this._detachParser();let{domain:e,lang:t}=this.options;return this.open({domain:e,lang:t})}async send(e){e.parent=this.root,await this.write(e.toString()),this.emit("send",e)}sendReceive(e,t=this.timeout){return Promise.all([this.send(e),j(this,"element","error",t)]).then(([,n])=>n)}async write(e){if(this.status==="closing")throw new Error("Connection is closing");return new Promise((t,n)=>{this.socket.write(e,i=>i?n(i):t())})}isStanza(e){let{name:t}=e;return t==="iq"||t==="message"||t==="presence"}isNonza(e){return!this.isStanza(e)}header(e){return e.toString()}headerElement(){return new d.Element("",{version:"1.0",xmlns:this.NS})}footer(e){return e.toString()}footerElement(){}socketParameters(){}#s=new Map;#a=new Set(["close"]);hook(e,t){this.#o(e),this.#s.has(e)||this.#s.set(e,new Set),this.#s.get(e).add([t])}#o(e){if(!this.#a.has(e))throw new Error(`Hook event name "${e}" is unknown.`)}unhook(e,t){this.#o(e);let n=this.#s.get("event"),i=[...n].find(s=>s.handler===t);n.remove(i)}async#c(e,...t){this.#o(e);let n=this.#s.get(e);n&&await Promise.all([...n].map(async([i])=>{try{await i(...t)}catch(s){this.emit("error",s)}}))}};fe.prototype.NS="";fe.prototype.Socket=null;fe.prototype.Parser=null;var _t=fe;var At=class extends _t{constructor(e){super(e),this.transports=[]}send(e,...t){return this.Transport.prototype.send.call(this,e,...t)}sendMany(...e){return this.Transport.prototype.sendMany.call(this,...e)}_findTransport(e){return this.transports.find(t=>{try{return t.prototype.socketParameters(e)!==void 0}catch{return!1}})}connect(e){let t=this._findTransport(e);if(!t)throw new Error("No compatible connection method found.");return this.Transport=t,this.Socket=t.prototype.Socket,this.Parser=t.prototype.Parser,super.connect(e)}socketParameters(...e){return this.Transport.prototype.socketParameters(...e)}header(e,...t){let n=this.isSecure()&&this.jid?.bare().toString();return n&&(e.attrs.from=n),this.Transport.prototype.header(e,...t)}headerElement(...e){return this.Transport.prototype.headerElement(...e)}footer(...e){return this.Transport.prototype.footer(...e)}footerElement(...e){return this.Transport.prototype.footerElement(...e)}};At.prototype.NS="jabber:client";var Er=At;var sa="urn:ietf:params:xml:ns:xmpp-stanzas";function oa({name:r,type:e}){return!(r!=="iq"||e==="error"||e==="result")}function aa({type:r},e,t){return!(r!=="get"&&r!=="set"||e.length!==1||!t)}function yi({stanza:r}){return d("iq",{to:r.attrs.from,from:r.attrs.to,id:r.attrs.id})}function la(r,e){let t=yi(r);return t.attrs.type="result",e&&t.append(e),t}function mi(r,e,t){let n=yi(r);return n.attrs.type="error",t&&n.append(t),n.append(e),n}function _r(r,e){return d("error",{type:r},d(e,sa))}function ca(r){return async function(t,n){if(!oa(t))return n();let{stanza:i}=t,s=i.getChildElements(),[o]=s;if(!aa(t,s,o))return mi(t,_r("modify","bad-request"),o);t.element=o;let l;try{l=await n()}catch(a){r.emit("error",a),l=_r("cancel","internal-server-error")}return l||(l=_r("cancel","service-unavailable")),l instanceof d.Element&&l.is("error")?mi(t,l,o):la(t,l instanceof d.Element?l:void 0)}}function gi(r,e,t,n){return(i,s)=>i.type!==r|!i.element||!i.element.is(t,e)?s():n(i,s)}function Ar({middleware:r,entity:e}){return r.use(ca(e)),{get(t,n,i){r.use(gi("get",t,n,i))},set(t,n,i){r.use(gi("set",t,n,i))}}}function Tr(){let r;for(;!r;)r=Math.random().toString(36).slice(2,12);return r}var Cr=class extends G{constructor(e,t,n,i){super(e,t,n),this.type=i,this.name="StanzaError"}static fromElement(e){let t=super.fromElement(e);return t.type=e.attrs.type,t}},vi=Cr;function da({name:r,type:e}){return!(r!=="iq"||e!=="error"&&e!=="result")}var Lr=class{constructor({entity:e,middleware:t}){this.handlers=new Map,this.entity=e,this.middleware=t}start(){this.middleware.use(this._route.bind(this))}_route({type:e,name:t,id:n,stanza:i},s){if(!da({name:t,type:e}))return s();let o=this.handlers.get(n);if(!o)return s();e==="error"?o.reject(vi.fromElement(i.getChild("error"))):o.resolve(i),this.handlers.delete(n)}async request(e,t=30*1e3){e.attrs.id||(e.attrs.id=Tr());let n=new it;this.handlers.set(e.attrs.id,n);try{await this.entity.send(e),await nt(n.promise,t)}catch(i){throw this.handlers.delete(e.attrs.id),i}return n.promise}_childRequest(e,t,n,...i){let{name:s,attrs:{xmlns:o}}=t;return this.request(d("iq",{type:e,to:n},t),...i).then(l=>l.getChild(s,o))}async get(...e){return this._childRequest("get",...e)}async set(...e){return this._childRequest("set",...e)}};function Rr(...r){let e=new Lr(...r);return e.start(),e}var $i=D(wi(),1);var le=class{constructor(e,t){this.stanza=t,this.entity=e;let{name:n,attrs:i}=t,{type:s,id:o}=i;this.name=n,this.id=o||"",n==="message"?this.type=s||"normal":n==="presence"?this.type=s||"available":this.type=s||"",this.from=null,this.to=null,this.local="",this.domain="",this.resource=""}};var Ce=class extends le{constructor(e,t){super(e,t);let{jid:n}=e,{domain:i}=e.options??{},s=t.attrs.to||n?.toString(),o=t.attrs.from||i;s&&(this.to=new B(s)),o&&(this.from=new B(o),this.local=this.from.local,this.domain=this.from.domain,this.resource=this.from.resource)}};var Le=class extends le{constructor(e,t){super(e,t);let{jid:n}=e,{domain:i}=e.options??{},s=t.attrs.from||n?.toString(),o=t.attrs.to||i;s&&(this.from=new B(s)),o&&(this.to=new B(o),this.local=this.to.local,this.domain=this.to.domain,this.resource=this.to.resource)}};function ki(r,e,t){return n=>{let i=new t(r,n);return(0,$i.default)(e)(i)}}function ua(r){return(e,t)=>{t().then(n=>n&&r.send(n)).catch(n=>r.emit("error",n))}}function Pr({entity:r}){let e=[ua(r)],t=[],n=ki(r,e,Ce),i=ki(r,t,Le);return r.on("element",n),r.on("send",i),{use(s){return e.push(s),s},filter(s){return t.push(s),s}}}var Si="urn:ietf:params:xml:ns:xmpp-bind";function pa(r){return d("bind",{xmlns:Si},r&&d("resource",{},r))}async function fa(r,e,t){let i=(await e.set(pa(t))).getChildText("jid");return r._jid(i),r._ready(!1),i}function ma({iqCaller:r},e){return async({entity:t},n)=>{e=typeof e=="function"?await e():e,await fa(t,r,e),n()}}function Mr({streamFeatures:r,iqCaller:e},t){r.use("bind",Si,ma({iqCaller:e},t))}function Or(r){return globalThis.btoa(r)}function Ei(r){return globalThis.atob(r)}var Nr=class extends G{constructor(...e){super(...e),this.name="SASLError"}},jr=Nr;var Re="urn:ietf:params:xml:ns:xmpp-sasl";function ga(r,e,t){let n=new Set(r.getChildren("mechanism",e).map(s=>s.text()));return t._mechs.map(({name:s})=>s).filter(s=>n.has(s))}async function ya({saslFactory:r,entity:e,mechanism:t,credentials:n}){let i=r.create([t]);if(!i)throw new Error(`SASL: Mechanism ${t} not found.`);let{domain:s}=e.options,o={username:null,password:null,server:s,host:s,realm:s,serviceType:"xmpp",serviceName:s,...n};await ie(e,i.clientFirst&&d("auth",{xmlns:Re,mechanism:i.name},Or(await i.response(o))),async(l,a)=>{if(l.getNS()===Re){if(l.name==="challenge"){await i.challenge(Ei(l.text()));let u=await i.response(o);await e.send(d("response",{xmlns:Re,mechanism:i.name},typeof u=="string"?Or(u):""));return}if(l.name==="failure")throw jr.fromElement(l);if(l.name==="success")return a()}})}function zr({streamFeatures:r,saslFactory:e},t){r.use("mechanisms",Re,async({entity:n},i,s)=>{let o=ga(s,Re,e);if(o.length===0)throw new jr("SASL: No compatible mechanism available.");async function l(a,u){await ya({saslFactory:e,entity:n,mechanism:u,credentials:a})}await t(l,o,null,n),await n.restart()})}var Li=D(Ci(),1);function qr(r){r.use(Li.default)}function Dr({middleware:r}){function e(t,n,i){return r.use((s,o)=>{let{stanza:l}=s;if(!l.is("features","http://etherx.jabber.org/streams"))return o();let a=l.getChild(t,n);return a?i(s,o,a):o()})}return{use:e}}function Ri(r=new Date){return typeof r=="string"&&(r=new Date(r)),new Date(r).toISOString().split(".")[0]+"Z"}function Pi({bind2:r,sm:e,failed:t,enabled:n}){r.use($,i=>Lt({sm:e}),async i=>{i.is("enabled")?n(i.attrs):i.is("failed")&&t()})}function Mi({sasl2:r,sm:e,failed:t,resumed:n}){r.use($,i=>{if(i.is("sm")&&e.id)return Rt({sm:e})},i=>{i.is("resumed")?n(i):i.is("failed")&&t()})}function Oi({streamFeatures:r,sm:e,entity:t,resumed:n,failed:i,enabled:s}){r.use("sm",$,async(o,l)=>{if(e.id)try{let u=await ba(t,e);await n(u);return}catch{i()}await l();let a=va(t,e);if(e.outbound_q.length>0)throw new Error("Stream Management assertion failure, queue should be empty after enable");e.outbound=0;try{let u=await a;s(u.attrs)}catch{e.enabled=!1,e.enableSent=!1}})}function va(r,e){return ie(r,Lt({sm:e}),(t,n)=>{if(t.is("enabled",$))return n(t);if(t.is("failed",$))throw G.fromElement(t)})}async function ba(r,e){return ie(r,Rt({sm:e}),(t,n)=>{if(t.is("resumed",$))return n(t);if(t.is("failed",$))throw G.fromElement(t)})}var $="urn:xmpp:sm:3";function Lt({sm:r}){return d("enable",{xmlns:$,max:r.preferredMaximum,resume:"true"})}function Rt({sm:r}){return d("resume",{xmlns:$,h:r.inbound,previd:r.id})}function Ir({streamFeatures:r,entity:e,middleware:t,bind2:n,sasl2:i}){let s=null,o=null,l=null,a=new F.EventEmitter;Object.assign(a,{preferredMaximum:null,enabled:!1,enableSent:!1,id:"",outbound_q:[],outbound:0,inbound:0,max:null,timeout:6e4,requestAckInterval:3e4,requestAckDebounce:250});async function u(){try{await e.send(d("a",{xmlns:$,h:a.inbound}))}catch{}}e.on("disconnect",()=>{clearTimeout(s),clearTimeout(o),clearTimeout(l),a.enabled=!1,a.enableSent=!1}),e.hook("close",async()=>{a.enabled&&await u()});async function y(v){a.enabled=!0,b(+v.attrs.h);let E=a.outbound_q;a.outbound_q=[],await e.sendMany(E.map(A=>xa({entity:e,item:A}))),a.emit("resumed"),e._ready(!0),k()}function g(){a.enabled=!1,a.enableSent=!1,a.id="",m()}function b(v){let E=a.outbound;for(let A=0;A<+v-E;A++){let Hs=a.outbound_q.shift();a.outbound++,a.emit("ack",Hs.stanza)}}function m(){let v;for(;v=a.outbound_q.shift();)a.emit("fail",v.stanza);a.outbound=0}function p({id:v,max:E}){a.enabled=!0,a.id=v,a.max=E,a.inbound=0,k()}e.on("offline",()=>{m(),a.inbound=0,a.enabled=!1,a.enableSent=!1,a.id=""}),t.use(async(v,E)=>{let{stanza:A}=v;return clearTimeout(s),s=null,["presence","message","iq"].includes(A.name)?a.inbound+=1:A.is("r",$)?await u():A.is("a",$)&&b(+A.attrs.h),k(),E()}),n&&Pi({bind2:n,sm:a,failed:g,enabled:p}),i&&Mi({sasl2:i,sm:a,failed:g,resumed:y});function k(v=a.requestAckInterval){clearTimeout(o),a.enabled&&v&&(o=setTimeout(x,v))}function x(){clearTimeout(o),clearTimeout(l),a.enabled&&(a.timeout&&!s&&(s=setTimeout(()=>{clearTimeout(o),e.disconnect().catch(()=>{})},a.timeout)),e.send(d("r",{xmlns:$})).catch(()=>{}),k())}return t.filter((v,E)=>{let{stanza:A}=v;return A.is("enable",$)&&(a.enableSent=!0),!a.enabled&&!a.enableSent||!["presence","message","iq"].includes(A.name)||(a.outbound_q.push({stanza:A,stamp:Ri()}),clearTimeout(o),clearTimeout(l),l=setTimeout(x,a.requestAckDebounce)),E()}),r&&Oi({streamFeatures:r,sm:a,entity:e,resumed:y,failed:g,enabled:p}),a}function xa({entity:r,item:e}){let{stanza:t,stamp:n}=e;return t.name==="message"&&!t.getChild("delay","urn:xmpp:delay")&&t.append(d("delay",{xmlns:"urn:xmpp:delay",from:r.jid.toString(),stamp:n})),t}var Ur="ECONNERROR";function wa(r){let e=Et(r);return!!(e.protocol==="wss:"||["localhost","127.0.0.1","::1"].includes(e.hostname))}var Pe=class extends F.EventEmitter{#e=null;socket=null;url=null;secure=!1;connect(e){this.url=e,this.secure=wa(e),this._attachSocket(new WebSocket(e,["xmpp"]))}_attachSocket(e){this.socket=e,this.#e??=se({open:()=>this.emit("connect"),message:({data:t})=>this.emit("data",t),error:t=>{let{url:n}=this,{error:i}=t;i||(i=new Error(t.message||`WebSocket ${Ur} ${n}`),i.errno=Ur,i.code=Ur),i.event=t,i.url=n,this.emit("error",i)},close:t=>{this._detachSocket(),this.emit("close",!t.wasClean,t)}}),this.#e.subscribe(this.socket)}_detachSocket(){this.url=null,this.secure=!1,this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}end(){this.socket.close()}write(e,t){function n(i){t&&Promise.resolve().then(()=>t(i))}try{this.socket.send(e)}catch(i){n(i);return}n()}};var Me=class extends ot{onStartElement(e,t){let n=new at.default(e,t),{cursor:i}=this;i&&i.append(n),this.cursor=n}onEndElement(e){let{cursor:t}=this;if(e!==t.name){this.emit("error",new M(`${t.name} must be closed.`));return}if(t.parent){this.cursor=t.parent;return}t.is("open","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("start",t):t.is("close","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("end",t):this.emit("element",t),this.cursor=null}};var Ni="urn:ietf:params:xml:ns:xmpp-framing",me=class extends _t{send(e,...t){return e.attrs.xmlns??=this.NS,super.send(e,...t)}async sendMany(e){for(let t of e)t.attrs.xmlns??=this.NS,t.parent=this.root,this.socket.write(t.toString()),this.emit("send",t)}footerElement(){return new d.Element("close",{xmlns:Ni})}headerElement(){let e=super.headerElement();return e.name="open",e.attrs.xmlns=Ni,e}socketParameters(e){return/^wss?:\/\//.test(e)?e:void 0}};me.prototype.Socket=Pe;me.prototype.NS="jabber:client";me.prototype.Parser=Me;var ji=me;function Hr({entity:r}){r.transports.push(ji)}var Ui=D(Ii(),1);var ka=1e4,$a=15e3;function Hi(r,e){let[t="",n=""]=e.jid.split("@"),i=new Er({service:r,domain:n,timeout:ka});Hr({entity:i});let s=Pr({entity:i}),o=Dr({middleware:s}),l=new Ui.default;qr(l),zr({streamFeatures:o,saslFactory:l},b=>b({username:t,password:e.password},"PLAIN"));let a=Ir({streamFeatures:o,entity:i,middleware:s});a.timeout=$a;let u=Rr({middleware:s,entity:i}),y=Ar({middleware:s,entity:i});return y.get(h.ping,"ping",()=>!0),y.get(h.info,"query",()=>ti()),Mr({streamFeatures:o,iqCaller:u}),{client:i,iq:u,management:a,connect:async()=>{await i.connect(r),await i.open({domain:n})}}}var Wr="imref-ask tab ";function Wi(){let r=q(),e="locks"in navigator?navigator.locks:void 0;return e?.request(Wr+r,()=>new Promise(()=>{})),{own:r,alive:()=>Sa(e,r)}}async function Sa(r,e){let{held:t=[]}=await r?.query()??{},n=t.map(({name:i=""})=>i).filter(i=>i.startsWith(Wr));return new Set([e,...n.map(i=>i.slice(Wr.length))])}var Ot=class{constructor(e,t){this.clock=e;this.tell=t;this.state="active"}keystroke(e){this.turn(e?"composing":"active"),this.cancel?.(),this.cancel=e?this.clock.after(5e3,()=>this.turn("paused")):void 0}said(){this.cancel?.(),this.state="active"}turn(e){e!==this.state&&(this.state=e,this.tell(e))}},Nt=class{constructor(e,t){this.clock=e;this.changed=t;this.now=!1}hear(e){this.cancel?.();let t=this.now;this.now=e==="composing",this.now&&(this.cancel=this.clock.after(6e4,()=>this.hear("paused"))),t!==this.now&&this.changed()}};var Ea=15e3,Fi;function Bi(r){return Fi??=Wi(),new Fr(r,new bt(hi(),r.address),Fi,oi)}var Fr=class{constructor(e,t,n,i){this.desk=e;this.memory=t;this.clock=i;this.link="idle";this.catchingUp=!1;this.lastSaid=0;this.details={name:"",email:""};this.subscribers=new Set;this.arrivals=new Set;this.receipts=new Map;this.thread=new ft;let{thread:s}=this,o=()=>this.changed(),l={guest:()=>ci(e.guest),stream:a=>Hi(e.websocket,a)};this.connection=new gt(l,this,i),this.outbox=new Ae(t,n),this.courier=new yt(this.outbox,i,a=>this.dispatch(a)),this.archive=new ut(e.address,a=>this.connection.request(a)),this.attention=new mt(s,t,a=>this.tellSeen(a)),this.files=new vt(s,this.connection,i,a=>this.keep(a),o),this.ownTyping=new Ot(i,a=>this.tell(a)),this.theirTyping=new Nt(i,o),this.reception=new xt({thread:s,outbox:this.outbox,courier:this.courier,archive:this.archive,attention:this.attention,typing:this.theirTyping,clock:i,parties:()=>({me:this.connection.me,desk:e.address}),receipt:a=>this.connection.send(Qn(e.address,a)),kept:a=>this.receipts.get(a)?.(),read:()=>this.showUnsent()}),this.showUnsent(),this.now=this.snapshot(),t.watch(a=>this.changedElsewhere(a))}get begun(){return this.memory.get("begun")===!0}get correctable(){return this.thread.correctable}subscribe(e){return this.subscribers.add(e),()=>this.subscribers.delete(e)}open(e){if(this.details=e,this.link==="online")return Promise.resolve();this.ignoreSurroundings??=ri({awake:()=>{this.awake()},cutOff:()=>this.connection.cut(),leaving:()=>this.connection.leave()}),this.link!=="lost"&&this.turn("connecting");let t=new Promise((n,i)=>this.arrivals.add({resolve:n,reject:i}));return this.connection.open(),t}say(e){e.trim()&&this.keep(this.words(e))}correct(e,t){t.trim()&&e&&e===this.correctable&&this.keep({...this.words(t),replaces:e})}choose({value:e}){this.say(e)}again(e){this.files.again(e);let t=this.outbox.all.find(i=>i.id===e||i.replaces===e);if(t?.failure===void 0)return;let n=this.outbox.retry(t.id,this.connection.me);n&&this.showAndSend(n)}typing(e){this.ownTyping.keystroke(e)}send(e){this.files.send(e)}seen(){let e=this.attention.unread;this.attention.look(),this.attention.unread!==e&&this.changed()}async forget(){await this.sayAndAwait("forget me"),await di(this.desk.guest),await this.connection.forget(),this.memory.clear(),this.reset()}close(){this.tell("gone"),this.connection.send(he(this.desk.address,"unavailable")),this.connection.close(),this.stop()}online(e){e||this.archive.interrupt(),this.turn("online");for(let{resolve:t}of this.arrivals)t();this.arrivals.clear(),e?this.goOn():this.begin()}stanza(e){e.name==="message"&&this.reception.stanza(e)&&this.changed()}acknowledged(e){this.outbox.find(e)?.failure===void 0&&(this.thread.raise(e,"sent"),this.changed())}lost(){this.courier.rest(),this.theirTyping.hear("paused"),this.turn("lost")}refused(e){this.turn("refused");for(let{reject:t}of this.arrivals)t(e);this.arrivals.clear()}async begin(){let e=d("enable",{xmlns:h.carbons});this.connection.send(z("set",void 0,e)),this.connection.send(he()),this.connection.send(he(this.desk.address)),this.desk.files&&this.files.lookForPlace(),await this.takeOver(),await this.catchUp(),this.courier.begin(),this.caughtUp()}async goOn(){await this.takeOver(),this.archive.complete||await this.catchUp(),this.courier.goOn(),this.caughtUp()}async takeOver(){await this.outbox.adopt(this.connection.me),this.showUnsent()}async catchUp(){this.catchingUp=!0,this.changed(),await this.archive.read(this.reception),this.catchingUp=!1}caughtUp(){this.attention.note(),this.changed()}async awake(){this.connection.wake(),this.caughtUp(),this.connection.online&&(await this.takeOver(),this.courier.flush())}words(e){return this.lastSaid=Math.max(this.clock.now(),this.lastSaid+1),{id:q(),text:e,at:this.lastSaid}}keep(e){let t={...e,...this.introduction()};this.memory.set("begun",!0),this.ownTyping.said(),this.showAndSend(this.outbox.keep(t,this.connection.me))}introduction(){let{name:e,email:t}=this.details;return this.details={name:"",email:""},{...e&&{name:e},...t&&{email:t}}}showAndSend(e){this.thread.show(e,"sending"),this.courier.flush(),this.changed()}dispatch(e){this.connection.send(vr(this.desk.address,e,this.clock.now()))}tell(e){this.begun&&this.connection.send(ei(this.desk.address,e))}tellSeen(e){return this.connection.send(Zn(this.desk.address,e)),this.connection.online}async sayAndAwait(e){let t=this.words(e);await new Promise((n,i)=>{let s=this.clock.after(Ea,()=>i(new Error("no answer")));this.receipts.set(t.id,()=>{s(),n()}),this.connection.send(vr(this.desk.address,t,t.at))}).finally(()=>this.receipts.delete(t.id))}showUnsent(){for(let e of this.outbox.all){let t=e.failure!==void 0;this.thread.show(e,t?"failed":this.markOf(e),e.failure)}}markOf(e){return this.thread.find(e.replaces??e.id)?.mark==="sent"&&!e.replaces?"sent":"sending"}changedElsewhere(e){let t=Ae.lineOf(e);e==="begun"&&!this.begun?this.connection.forget().then(()=>this.reset()):t&&!this.outbox.find(t)?this.thread.raise(t,"kept"):t&&this.showUnsent(),this.changed()}reset(){this.thread.clear(),this.reception.forget(),this.archive.forget(),this.files.forget(),this.stop()}stop(){this.courier.stop(),this.theirTyping.hear("paused"),this.ignoreSurroundings?.(),this.ignoreSurroundings=void 0,this.turn("idle")}turn(e){this.link=e,this.changed()}changed(){this.now=this.snapshot();for(let e of this.subscribers)e()}snapshot(){return{link:this.link,lines:this.thread.lines,answering:this.thread.answering,typing:this.theirTyping.now,place:this.thread.place,unread:this.attention.unread,files:this.files.possible,catchingUp:this.catchingUp}}};var Gr=[255,255,255],Oe=[0,0,0],_a=4.5,Aa={surface:[255,255,255],ground:[247,246,243],ink:[31,35,40],muted:[86,93,104],line:[226,223,217],edge:[134,140,148],alarm:[164,38,28],tint:.1},Gi={surface:[36,39,45],ground:[24,26,30],ink:[236,238,241],muted:[190,196,205],line:[58,63,71],edge:[126,133,144],alarm:[255,170,160],tint:.16};function Yi(r){let e=Vi(r)??Vi(Ta)??Oe;return`
    :host { ${Br(e,Aa,"light")} }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme="light"])) { ${Br(e,Gi,"dark")} }
    }
    :host([theme="dark"]) { ${Br(e,Gi,"dark")} }`}var Ta="#1d5a63";function Br(r,e,t){let n=Ca(r,t,e),i=Xr(e.surface,n,e.tint),s={brand:r,"on-brand":Xi(r),accent:n,"on-accent":Xi(n),mine:i,surface:e.surface,ground:e.ground,ink:e.ink,muted:e.muted,line:e.line,edge:e.edge,alarm:e.alarm},o=Object.entries(s).map(([l,a])=>`--${l}: ${Pa(a)};`);return`color-scheme: ${t}; ${o.join(" ")}`}function Ca(r,e,t){for(let n=0;n<1;n+=.04){let i=e==="light"?Xr(r,Oe,n):La(r,n);if([t.surface,t.ground,Xr(t.surface,i,t.tint)].every(o=>Vr(i,o)>=_a))return i}return e==="light"?Oe:Gr}function La([r,e,t],n){let i=Math.max(r,e,t)/255,s=Math.min(r,e,t)/255,o=(i+s)/2,l=i-s,a=l&&l/(1-Math.abs(2*o-1)),u=o+(1-o)*n,y=a*Math.min(u,1-u),[g,b,m]=[r,e,t].map(p=>{let k=l&&(p/255-s)/l*2-1;return Math.round((u+y*k)*255)});return[g??0,b??0,m??0]}function Xi(r){return Vr(r,Gr)>=Vr(r,Oe)?Gr:Oe}function Vi(r){let e=/^#([\da-f])([\da-f])([\da-f])$/i.exec(r.trim()),t=e?`#${e.slice(1).map(n=>n+n).join("")}`:r.trim();if(/^#[\da-f]{6}$/i.test(t)){let n=Number.parseInt(t.slice(1),16);return[n>>16,n>>8&255,n&255]}return t&&!t.startsWith("#")?Ra(t):void 0}function Ra(r){if(!CSS.supports("color",r))return;let e=document.createElement("canvas").getContext("2d");if(!e)return;e.fillStyle=r,e.fillRect(0,0,1,1);let[t=0,n=0,i=0]=e.getImageData(0,0,1,1).data;return[t,n,i]}function Xr(r,e,t){let[n,i,s]=r.map((o,l)=>Math.round(o+((e[l]??0)-o)*t));return[n??0,i??0,s??0]}function Vr(r,e){let[t,n]=[Ki(r),Ki(e)].sort((i,s)=>i-s);return((n??0)+.05)/((t??0)+.05)}function Ki(r){let[e,t,n]=r.map(i=>{let s=i/255;return s<=.04045?s/12.92:((s+.055)/1.055)**2.4});return .2126*(e??0)+.7152*(t??0)+.0722*(n??0)}function Pa(r){return`#${r.map(e=>e.toString(16).padStart(2,"0")).join("")}`}function T(r){return c`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${r}
  </svg>`}var Ji=T(_`<path d="M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9A1.5 1.5 0 0 1 19.5 17H11l-4.5 4v-4h-2A1.5
    1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5Z" /><path d="M7.5 9.5h9M7.5 12.5h6" />`),jt=T(_`<path d="m6 6 12 12M18 6 6 18" />`),Qi=T(_`<path d="m6 9.5 6 6 6-6" />`),Zi=T(_`<path class="dots" d="M12 6.5v.01M12 12v.01M12 17.5v.01" />`),es=T(_`<path d="M12 19V5.5M6 11l6-6 6 6" />`),Ne=T(_`<path d="m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4
    4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2" />`),ts=T(_`<path d="m5 19 .9-3.9L16.3 4.7a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1
    0 2.3L8.9 18.1 5 19ZM14.5 6.5l3 3" />`),rs=T(_`<path d="M12 5v13.5M6 13l6 6 6-6" />`),ns=T(_`<circle cx="12" cy="12" r="7.5" /><path d="M12 8v4l2.5 2" />`),is=T(_`<path d="m7 12 0 .01M12 12v.01M17 12v.01" class="dots" />`),ss=T(_`<path d="m5.5 12.5 4 4 9-9.5" />`),os=T(_`<path d="m2.5 12.5 4 4 8.5-9.5M11.5 15.8l.9.7 8.6-9.5" />`),as=T(_`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.5M12 16.2v.01" />`);function ls(r){return c`<button class="launcher" type="button" aria-expanded="false" @click=${r.opens}>
    ${Ji}
    <span class="launcher-words">
      <span class="launcher-title">${r.title}</span>
      ${r.stateWords?c`<span class="state">${je(r.state)}${r.stateWords}</span>`:f}
    </span>
    ${r.unread?c`<span class="badge" aria-hidden="true">${r.unread}</span>
          <span class="unseen">${r.unreadWords}</span>`:f}
  </button>`}function je(r){return c`<span class="dot ${r}" aria-hidden="true"></span>`}function cs(r,e){return c`<header class="head">
    <div class="head-words">
      <h2 id="title">${r.title}</h2>
      ${e}
    </div>
    ${r.menu?.button()??f}
    ${r.hides?c`<button class="plain" type="button" data-hide aria-label=${r.hideWords}
            title=${r.hideWords} @click=${r.hides}>${jt}</button>`:f}
  </header>`}function Ma(r){return r.say(r.desk.state)}function ds(r){let{answering:e,place:t}=r.talk.now;return e?c`<p class="standing">${r.say("with",{name:e})}</p>`:t===1?c`<p class="standing">${r.say("place_first")}</p>`:t>1?c`<p class="standing">${r.say("place",{place:t})}</p>`:c`<p class="standing state">${je(r.desk.state)}${Ma(r)}</p>`}var Oa=.1;function zt(r,e,t){let n=r.desk.limits.length,i=n-t.trim().length,s=i<0?r.say("long",{count:-i}):i<n*Oa?r.say("left",{count:i}):"";return c`<p class=${i<0?"hint wrong":"hint"} id=${e} ?hidden=${!s}>${s}</p>`}function C(r){r.preventDefault(),r.stopPropagation()}var Na={closed:"welcome_closed",unstaffed:"welcome_unstaffed"},ja=/^[^\s@]+@[^\s@]+\.[^\s@]+$/u,qt=class{constructor(e,t){this.scene=e;this.ask=t}#e="";#t="";#r="";#n=!1;#i=!1;form(){let{desk:e}=this.scene;return c`<form class="asking" novalidate @submit=${this.#l}>
      <div class="welcome">
        <p class="says">${je(e.state)}${e.says}</p>
        <p>${this.scene.say(Na[e.state]??"welcome")}</p>
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
      <button class="fold" type="button" aria-expanded=${this.#n} aria-controls="details"
        @click=${this.#o}>${Qi}${this.scene.say("details")}</button>
      <div id="details" ?hidden=${!this.#n}>
        <label for="name">${this.scene.say("name")}</label>
        <input id="name" type="text" autocomplete="nickname" maxlength="60"
          aria-describedby="name-hint" .value=${this.#t}
          @input=${e=>{this.#t=Kr(e)}} />
        <p class="hint" id="name-hint">${this.scene.say("name_hint")}</p>
        <label for="email">${this.scene.say("email")}</label>
        <input id="email" type="email" autocomplete="email" inputmode="email" maxlength="254"
          aria-describedby="email-hint" aria-invalid=${this.#i} .value=${this.#r}
          @input=${e=>{this.#r=Kr(e),this.#i&&=this.#a(),this.scene.refresh()}} />
        <p class=${this.#i?"hint wrong":"hint"} id="email-hint">
          ${this.scene.say(this.#i?"email_wrong":"email_hint")}
        </p>
      </div>
    </div>`}#a(){let e=this.#r.trim();return e!==""&&!ja.test(e)}#o=()=>{this.#n=!this.#n,this.scene.refresh(),this.#n&&this.scene.focusOn("#name")};#c=e=>{this.#e=Kr(e),this.scene.refresh()};#d=e=>{e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#l(e)};#l=e=>{C(e);let t=this.#e.trim();this.#i=this.#a(),this.#i?(this.#n=!0,this.scene.announce(this.scene.say("email_wrong")),this.scene.focusOn("#email")):t===""||t.length>this.scene.desk.limits.length?this.scene.focusOn("#question"):(this.ask(t,{name:this.#t.trim(),email:this.#r.trim()}),this.#e=""),this.scene.refresh()}};function Kr(r){return r.target.value}function us(r,e){let t=navigator.languages.find(n=>n.startsWith(`${r}-`));return new Intl.DateTimeFormat(t??r,{hour:"numeric",minute:"2-digit"}).format(e)}function ps(r,e,t){let n=Dt(e,t);if(n<=1)return new Intl.RelativeTimeFormat(r,{numeric:"auto"}).format(-n,"day");let i={weekday:"long",day:"numeric",month:"long"};return new Intl.DateTimeFormat(r,i).format(e)}function Dt(r,e){return Math.round((hs(e)-hs(r))/864e5)}function hs(r){return new Date(r).setHours(0,0,0,0)}function It(r,e){let[t,n]=e<1e6?[e/1e3,"kilobyte"]:[e/1e6,"megabyte"];return new Intl.NumberFormat(r,{style:"unit",unit:n,unitDisplay:"short",maximumFractionDigits:t<10&&n==="megabyte"?1:0}).format(Math.max(t,1))}var ze=class{constructor(e){this.scene=e;this.#e="";this.#t="";this.#r="";this.#n="";this.#i=!1;this.hovers=e=>{!this.scene.talk.now.files||!e.dataTransfer?.types.includes("Files")||(C(e),this.#s(!0))};this.leaves=e=>{e.currentTarget.contains(e.relatedTarget)||this.#s(!1)};this.drops=e=>{this.#i&&(C(e),this.#s(!1),this.#m(e.dataTransfer?.files))};this.#l=e=>{this.#e=e.target.value,this.#n="",this.scene.talk.typing(this.#e.trim()!==""),this.scene.refresh()};this.#h=e=>{e.isComposing||(e.key==="Enter"&&!e.shiftKey?this.#u(e):e.key==="ArrowUp"&&!this.#e&&this.#f()&&C(e))};this.#u=e=>{C(e),this.#d()&&this.#y(this.#e.trim()),this.scene.focusOn("textarea")};this.#v=e=>{e.currentTarget.nextElementSibling.click()};this.#p=e=>{let t=e.target;this.#m(t.files),t.value="",this.scene.focusOn("textarea")};this.#b=e=>{let t=e.clipboardData?.files;!this.scene.talk.now.files||!t?.length||(C(e),this.#m(t))}}#e;#t;#r;#n;#i;composer(){let e=this.scene.say(this.#r?"edit":"message");return c`<form class="composer" @submit=${this.#u}>
      ${this.#r?this.#a():f}
      ${this.#n?c`<p class="hint wrong">${this.#n}</p>`:f}
      ${zt(this.scene,"message-room",this.#e)}
      <div class="row">
        ${this.scene.talk.now.files&&!this.#r?this.#o():f}
        <div class="grow" data-text=${`${this.#e}
`}>
          <textarea rows="1" enterkeyhint="send" aria-label=${e} placeholder=${e}
            aria-describedby="message-room" .value=${this.#e} @input=${this.#l}
            @keydown=${this.#h} @paste=${this.#b}></textarea>
        </div>
        ${this.#c()}
      </div>
    </form>`}dropPlace(){return this.#i?c`<div class="drop">${Ne}${this.scene.say("drop")}</div>`:f}edit(e){this.#r||(this.#t=this.#e),this.#r=e.id,this.#e=e.text,this.scene.focusOn("textarea")}leaveEdit(){return this.#r?(this.#r="",this.#e=this.#t,this.#t="",this.scene.focusOn("textarea"),!0):!1}#s(e){e!==this.#i&&(this.#i=e,this.scene.refresh())}#a(){let e=this.scene.say("cancel");return c`<div class="editing">
      <span>${this.scene.say("edit")}</span>
      <button class="quiet" type="button" aria-label=${e} title=${e}
        @click=${()=>this.leaveEdit()}>${jt}</button>
    </div>`}#o(){let e=this.scene.say("attach");return c`<button class="quiet" type="button" data-attach aria-label=${e} title=${e}
        @click=${this.#v}>${Ne}</button>
      <input type="file" multiple hidden @change=${this.#p} />`}#c(){let e=this.scene.say(this.#r?"save":"send"),t=this.#d()?"ready":"";return c`<button class="send ${t}" type="submit" aria-label=${e} title=${e}>
      ${es}
    </button>`}#d(){let{length:e}=this.#e.trim();return e>0&&e<=this.scene.desk.limits.length}#l;#h;#f(){let{correctable:e,now:t}=this.scene.talk,n=t.lines.find(i=>i.id===e);return n&&this.edit(n),n!==void 0}#u;#y(e){let{talk:t}=this.scene;this.#r?(t.now.lines.find(i=>i.id===this.#r)?.text!==e&&t.correct(this.#r,e),this.leaveEdit()):(t.say(e),this.#e="",t.typing(!1))}#v;#p;#b;#m(e){let{desk:t,talk:n}=this.scene;this.#n="";for(let i of e??[]){if(i.size<=t.limits.file){n.send(i);continue}let s=It(t.language,t.limits.file);this.#n=this.scene.say("file_large",{name:i.name,size:s}),this.scene.announce(this.#n)}this.scene.refresh()}};var{I:za}=yn,fs=r=>r;var gs=r=>r.strings===void 0,ms=()=>document.createComment(""),ge=(r,e,t)=>{let n=r._$AA.parentNode,i=e===void 0?r._$AB:e._$AA;if(t===void 0){let s=n.insertBefore(ms(),i),o=n.insertBefore(ms(),i);t=new za(s,o,r,r.options)}else{let s=t._$AB.nextSibling,o=t._$AM,l=o!==r;if(l){let a;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(a=r._$AU)!==o._$AU&&t._$AP(a)}if(s!==i||l){let a=t._$AA;for(;a!==s;){let u=fs(a).nextSibling;fs(n).insertBefore(a,i),a=u}}}return t},Y=(r,e,t=r)=>(r._$AI(e,t),r),qa={},ys=(r,e=qa)=>r._$AH=e,vs=r=>r._$AH,Ut=r=>{r._$AR(),r._$AA.remove()};var Ht={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},qe=r=>(...e)=>({_$litDirective$:r,values:e}),ye=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var De=(r,e)=>{let t=r._$AN;if(t===void 0)return!1;for(let n of t)n._$AO?.(e,!1),De(n,e);return!0},Wt=r=>{let e,t;do{if((e=r._$AM)===void 0)break;t=e._$AN,t.delete(r),r=e}while(t?.size===0)},bs=r=>{for(let e;e=r._$AM;r=e){let t=e._$AN;if(t===void 0)e._$AN=t=new Set;else if(t.has(r))break;t.add(r),Ua(e)}};function Da(r){this._$AN!==void 0?(Wt(this),this._$AM=r,bs(this)):this._$AM=r}function Ia(r,e=!1,t=0){let n=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0)if(e)if(Array.isArray(n))for(let s=t;s<n.length;s++)De(n[s],!1),Wt(n[s]);else n!=null&&(De(n,!1),Wt(n));else De(this,r)}var Ua=r=>{r.type==Ht.CHILD&&(r._$AP??=Ia,r._$AQ??=Da)},Ft=class extends ye{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),bs(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(De(this,e),Wt(this))}setValue(e){if(gs(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}};var xs=()=>new Jr,Jr=class{},Yr=new WeakMap,ws=qe(class extends Ft{render(r){return f}update(r,[e]){let t=e!==this.G;return t&&this.rt(void 0),(t||this.lt!==this.ct)&&(this.G=e,this.ht=r.options?.host,this.rt(this.ct=r.element)),f}rt(r){if(this.G!==void 0)if(this.isConnected||(r=void 0),typeof this.G=="function"){let e=this.ht??globalThis,t=Yr.get(e);t===void 0&&(t=new WeakMap,Yr.set(e,t)),t.get(this.G)!==void 0&&this.G.call(this.ht,void 0),t.set(this.G,r),r!==void 0&&this.G.call(this.ht,r)}else this.G.value=r}get lt(){return typeof this.G=="function"?Yr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var ks=(r,e,t)=>{let n=new Map;for(let i=e;i<=t;i++)n.set(r[i],i);return n},$s=qe(class extends ye{constructor(r){if(super(r),r.type!==Ht.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let n;t===void 0?t=e:e!==void 0&&(n=e);let i=[],s=[],o=0;for(let l of r)i[o]=n?n(l,o):o,s[o]=t(l,o),o++;return{values:s,keys:i}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,n]){let i=vs(r),{values:s,keys:o}=this.dt(e,t,n);if(!Array.isArray(i))return this.ut=o,s;let l=this.ut??=[],a=[],u,y,g=0,b=i.length-1,m=0,p=s.length-1;for(;g<=b&&m<=p;)if(i[g]===null)g++;else if(i[b]===null)b--;else if(l[g]===o[m])a[m]=Y(i[g],s[m]),g++,m++;else if(l[b]===o[p])a[p]=Y(i[b],s[p]),b--,p--;else if(l[g]===o[p])a[p]=Y(i[g],s[p]),ge(r,a[p+1],i[g]),g++,p--;else if(l[b]===o[m])a[m]=Y(i[b],s[m]),ge(r,i[g],i[b]),b--,m++;else if(u===void 0&&(u=ks(o,m,p),y=ks(l,g,b)),u.has(l[g]))if(u.has(l[b])){let k=y.get(o[m]),x=k!==void 0?i[k]:null;if(x===null){let v=ge(r,i[g]);Y(v,s[m]),a[m]=v}else a[m]=Y(x,s[m]),ge(r,i[g],x),i[k]=null;m++}else Ut(i[b]),b--;else Ut(i[g]),g++;for(;m<=p;){let k=ge(r,a[p+1]);Y(k,s[m]),a[m++]=k}for(;g<=b;){let k=i[g++];k!==null&&Ut(k)}return this.ut=o,ys(r,a),H}});var Ha=/https?:\/\/[^\s<>"'`]+/giu,Wa=/[.,;:!?…'"’”»\]}]+$/u,Fa=/(?<![^\s*_~`])([*_~`])(?!\s|\1)((?:(?!\1).)*?\S)\1(?![\p{L}\p{N}])/gu,Ba={"*":"strong",_:"emphasis","~":"struck","`":"code"};function _s(r){let e=[],t=!1;for(let n of r.split(`
`)){if(n.startsWith("```")){t=!t,t&&e.push({kind:"preformatted",lines:[]});continue}let i=t?"preformatted":n.startsWith(">")?"quote":"paragraph",s=e.at(-1),o=i==="quote"?n.replace(/^>\s?/,""):n;s?.kind===i?s.lines.push(o):e.push({kind:i,lines:[o]})}return e.map(({kind:n,lines:i})=>({kind:n,text:i.join(`
`).replace(/^\n+|\s+$/g,"")})).filter(n=>n.text!=="").map(({kind:n,text:i})=>({kind:n,spans:n==="preformatted"?[{kind:"plain",text:i}]:Ga(i)}))}function Ga(r){let e=[],t=0;for(let n of r.matchAll(Ha)){let i=Xa(n[0]);Va(i)&&(e.push(...Es(r.slice(t,n.index)),{kind:"link",text:i,href:i}),t=n.index+i.length)}return[...e,...Es(r.slice(t))]}function Xa(r){let e=r;for(;;){let t=e.replace(Wa,""),i=t.endsWith(")")&&Ss(t,"(")<Ss(t,")")?t.slice(0,-1):t;if(i===e)return e;e=i}}function Va(r){try{return new URL(r).hostname!==""}catch{return!1}}function Ss(r,e){return r.split(e).length-1}function Es(r){let e=[],t=0;for(let n of r.matchAll(Fa)){let i=Ba[n[1]];n.index>t&&e.push({kind:"plain",text:r.slice(t,n.index)}),e.push({kind:i,text:n[2]??""}),t=n.index+n[0].length}return t<r.length&&e.push({kind:"plain",text:r.slice(t)}),e}var Ka={sending:ns,sent:is,kept:ss,read:os,failed:as};function As(r,e,t,n){let i=Ya(r,e),s=us(r.desk.language,e.at);return c`<li class="line ${e.from}" data-id=${e.id}>
    ${t.day?c`<p class="day">${t.day}</p>`:f}
    ${t.first?c`<p class="who" aria-hidden="true">
            ${e.from==="me"?f:c`<span class="name" dir="auto">${i}</span>`}
            <time>${s}</time>
          </p>`:f}
    <div class="said">
      <div class="bubble">
        <span class="unseen">${i}${t.first?`, ${s}`:""}: </span>
        ${Ja(r,e)}
      </div>
      ${rl(r,e)}
      ${e.from==="me"?nl(r,e):f}
      ${e.from==="me"&&e.id===r.talk.correctable?c`<button class="quiet" type="button" data-edit aria-label=${r.say("edit")}
              title=${r.say("edit")} @click=${()=>n.edit(e)}>${ts}</button>`:f}
    </div>
    ${e.mark==="failed"?il(r,e,n):f}
  </li>`}function Ya(r,e){return e.from==="me"?r.say("you"):e.nick||r.desk.title}function Ja(r,e){if(e.retracted)return c`<p class="gone">${r.say("retracted")}</p>`;let t=e.file??(e.url?tl(e.url):void 0),n=e.text.trim()===e.url;return c`${e.text&&!n?c`<div class="text" dir="auto">${_s(e.text).map(Qa)}</div>`:f}
    ${t?el(r,t,e.url):f}
    ${e.corrected?c`<p class="changed">${r.say("corrected")}</p>`:f}`}function Qa(r){let e=r.spans.map(Za);switch(r.kind){case"quote":return c`<blockquote>${e}</blockquote>`;case"preformatted":return c`<pre>${e}</pre>`;case"paragraph":return c`<p>${e}</p>`}}function Za(r){switch(r.kind){case"plain":return r.text;case"link":return c`<a href=${r.href} target="_blank" rel="noopener noreferrer">${r.text}</a>`;case"strong":return c`<strong>${Bt("*",r.text)}</strong>`;case"emphasis":return c`<em>${Bt("_",r.text)}</em>`;case"struck":return c`<s>${Bt("~",r.text)}</s>`;case"code":return c`<code>${Bt("`",r.text)}</code>`}}function Bt(r,e){return c`<span class="sign">${r}</span>${e}<span class="sign">${r}</span>`}function el(r,e,t){let n=c`${Ne}<span class="file-name" dir="auto">${e.name}</span>
    ${e.size?c`<span class="file-size">${It(r.desk.language,e.size)}</span>`:f}`;return e.progress<1?c`<div class="file">${n}</div>
      <progress max="1" .value=${e.progress}
        aria-label=${r.say("uploading",{name:e.name})}></progress>`:t?c`<a class="file" href=${t} target="_blank" rel="noopener noreferrer">${n}</a>`:c`<div class="file">${n}</div>`}function tl(r){let{pathname:e,host:t}=new URL(r),n=e.split("/").at(-1)||t;try{return{name:decodeURIComponent(n),size:0,progress:1}}catch{return{name:n,size:0,progress:1}}}function rl(r,e){if(!e.reactions.length)return f;let t=e.reactions.join(" "),n=r.say("reactions",{reactions:t});return c`<span class="reactions" role="img" aria-label=${n}>${t}</span>`}function nl(r,e){let t=r.say(e.mark);return c`<span class="mark ${e.mark}" role="img" aria-label=${t} title=${t}>
    ${Ka[e.mark]}
  </span>`}function il(r,e,t){return c`<p class="failure">
    ${e.failure||r.say("failed")}
    <button class="small" type="button" data-again @click=${()=>t.again(e)}>
      ${r.say("again")}
    </button>
  </p>`}var sl=300*1e3,ol=48,Gt=class{constructor(e,t){this.scene=e;this.doing=t}#e=xs();#t=!0;#r;#n="";#i=new Set;#s=!0;log(){let{lines:e,typing:t}=this.scene.talk.now;return c`<div class="log-place">
        <div class="log" role="log" aria-live=${this.#s?"off":"polite"} aria-relevant="additions" aria-label=${this.scene.say("log")}
          tabindex="0" ${ws(this.#e)} @scroll=${this.#h}>
          <ul>
            ${$s(e,al,(n,i)=>As(this.scene,n,cl(this.scene,e,i),this.doing))}
          </ul>
          ${t?this.#a():f}
        </div>
        ${this.#t?f:this.#c()}
      </div>
      ${this.#o(ll(e))}`}#a(){let{answering:e}=this.scene.talk.now,t=e?this.scene.say("typing",{name:e}):this.scene.say("typing_somebody");return c`<p class="typing" aria-live="off">
      <span class="typing-dots" aria-hidden="true"><i></i><i></i><i></i></span>${t}
    </p>`}#o(e){return e.length?c`<div class="choices" role="group" aria-label=${this.scene.say("choices")}>
      ${e.map(t=>c`<button class="choice" type="button" @click=${()=>this.#d(t)}>
            <span dir="auto">${t.label}</span>
          </button>`)}
    </div>`:f}#c(){let e=this.scene.say("latest");return c`<button class="to-end" type="button" aria-label=${e} title=${e}
      @click=${()=>this.toEnd()}>
      ${rs}
    </button>`}#d(e){this.scene.talk.choose(e),this.scene.focusOn("textarea")}toEnd(){this.#t=!0;let e=this.#e.value;e&&(e.scrollTop=e.scrollHeight),this.scene.refresh()}drawn(){this.#u(),this.#f();let e=this.#e.value,t=this.scene.talk.now.lines.at(-1);if(!e){this.#r=void 0,this.#n="";return}let n=t?.id!==this.#r?.id,i=this.#r===void 0;this.#r=t,n&&t?.from==="me"&&(this.#t=!0);let s=`${e.scrollHeight} ${e.clientHeight}`;this.#t&&s!==this.#n&&(e.scrollTop=i?e.scrollHeight:this.#l(e,n)),this.#n=s,this.#t&&document.visibilityState==="visible"&&this.scene.talk.seen()}#l(e,t){let n=e.scrollHeight-e.clientHeight,i=e.querySelector("li:last-child");return t&&i?Math.min(n,i.offsetTop-8):n}#h=()=>{let e=this.#e.value;if(!e)return;let t=e.scrollHeight-e.clientHeight-e.scrollTop<ol;t!==this.#t&&(this.#t=t,this.scene.refresh())};#f(){let{link:e,catchingUp:t}=this.scene.talk.now;!this.#s||e!=="online"||t||(this.#s=!1,requestAnimationFrame(()=>this.scene.refresh()))}#u(){for(let{id:e,mark:t,failure:n}of this.scene.talk.now.lines)t!=="failed"||this.#i.has(e)||(this.#i.add(e),this.scene.announce(n||this.scene.say("failed")))}};function al(r){return r.from!=="me"&&r.corrected?`${r.id} ${r.text}`:r.id}function ll(r){let e=[];for(let t of r)t.from==="me"?e=[]:t.choices.length&&(e=t.choices);return e}function cl(r,e,t){let n=e[t],i=e[t-1],s=i?Dt(i.at,n.at)!==0:Dt(n.at,Date.now())>0;return{first:s||!i||!dl(i,n),day:s?ps(r.desk.language,n.at,Date.now()):""}}function dl(r,e){return r.from===e.from&&r.nick===e.nick&&e.at-r.at<sl}var Xt=class{constructor(e){this.scene=e}#e=!1;#t=!1;#r=!1;#n=!1;get confirming(){return this.#t}fold(){let e=this.#e||this.#t;return this.#e=this.#t=!1,e&&this.#h(),e}button(){let e=this.scene.say("menu");return c`<div class="menu-place" @focusout=${this.#d}>
      <button class="plain" type="button" data-menu aria-expanded=${this.#e} aria-controls="menu"
        aria-label=${e} title=${e} @click=${this.#c}>${Zi}</button>
      <div class="menu" id="menu" ?hidden=${!this.#e} @keydown=${this.#l}>
        ${this.#i("transcript",()=>this.#s("transcript","transcript"))}
        ${this.#i("end",()=>this.#s("bye","end"))}
        ${this.#i("forget",()=>this.#a())}
      </div>
    </div>`}question(){return this.#t?c`<div class="confirm" role="alertdialog" aria-labelledby="forget-title"
      aria-describedby="forget-words">
      <h3 id="forget-title">${this.scene.say("forget")}</h3>
      <p id="forget-words">${this.scene.say(this.#n?"forget_failed":"forget_sure")}</p>
      <div class="row">
        <button class="small" type="button" data-cancel @click=${()=>this.fold()}>
          ${this.scene.say("cancel")}
        </button>
        <button class="small grave" type="button" data-forget aria-busy=${this.#r} @click=${this.#o}>
          ${this.scene.say("forget")}
        </button>
      </div>
    </div>`:f}#i(e,t){return c`<button type="button" data-item=${e} @click=${t}>${this.scene.say(e)}</button>`}#s(e,t){this.#e=!1,this.scene.talk.choose({value:e,label:this.scene.say(t)}),this.scene.focusOn("textarea")}#a(){this.#e=this.#n=!1,this.#t=!0,this.scene.focusOn("[data-cancel]")}#o=async()=>{if(!this.#r){this.#r=!0,this.scene.refresh();try{await this.scene.talk.forget(),this.#t=!1,this.scene.announce(this.scene.say("forgotten")),this.scene.focusOn("textarea")}catch{this.#n=!0,this.scene.announce(this.scene.say("forget_failed")),this.scene.focusOn("[data-cancel]")}this.#r=!1,this.scene.refresh()}};#c=()=>{this.#e=!this.#e,this.scene.refresh()};#d=e=>{let t=e.currentTarget;!this.#e||t.contains(e.relatedTarget)||(this.#e=!1,this.scene.refresh())};#l=e=>{let t=e.key==="ArrowDown"?1:e.key==="ArrowUp"?-1:0;if(!t)return;C(e);let n=[...e.currentTarget.querySelectorAll("button")],i=n.indexOf(e.target);n[(i+t+n.length)%n.length]?.focus()};#h(){this.scene.focusOn("[data-menu]")}};var hl=1e4,Vt=class{constructor(e,t){this.scene=e;this.again=t}#e;#t=!1;notice(){return this.#n(),c`<div class="notice-place" role="status">${this.#r()}</div>`}#r(){let{link:e,lines:t,catchingUp:n}=this.scene.talk.now;return e==="lost"||this.#t?Ts(this.scene.say("lost")):e==="connecting"||n&&!t.length?Ts(this.scene.say("connecting")):e!=="refused"?f:c`<p class="notice">
      ${this.scene.say("refused")}
      <button class="small" type="button" @click=${this.again}>${this.scene.say("again")}</button>
    </p>`}#n(){this.scene.talk.now.link!=="connecting"?(clearTimeout(this.#e),this.#e=void 0,this.#t=!1):this.#e??=setTimeout(()=>{this.#t=!0,this.scene.refresh()},hl)}};function Ts(r){return c`<p class="notice"><span class="turning" aria-hidden="true"></span>${r}</p>`}var Cs={name:"",email:""},Kt=class{constructor(e){this.scene=e;this.menu=new Xt(e),this.#e=new Vt(e,()=>this.#l()),this.#t=this.#o(),this.#r=new ze(e),this.#n=this.#c(),e.talk.begun&&this.#l()}#e;#t;#r;#n;#i=Cs;#s=!1;get begun(){let{begun:e,now:t}=this.scene.talk;return e||t.lines.length>0}standing(){return this.begun?ds(this.scene):f}body(){this.#s&&!this.begun&&this.#a(),this.#s=this.begun;let e=this.#r,t=this.menu.confirming;return c`<div class="body" ?inert=${t}
        @dragenter=${e.hovers} @dragover=${e.hovers}
        @dragleave=${e.leaves} @drop=${e.drops}>
        ${this.#e.notice()}
        ${this.begun?c`${this.#n.log()}${e.composer()}`:this.#t.form()}
        ${e.dropPlace()}
      </div>
      ${this.menu.question()}`}back(){return this.menu.fold()||this.#r.leaveEdit()}drawn(){this.#n.drawn()}#a(){this.#i=Cs,this.#t=this.#o(),this.#r=new ze(this.scene),this.#n=this.#c()}#o(){return new qt(this.scene,(e,t)=>this.#d(e,t))}#c(){return new Gt(this.scene,{edit:e=>this.#r.edit(e),again:({id:e})=>this.scene.talk.again(e)})}#d(e,t){this.#i=t,this.#l(),this.scene.talk.say(e),this.scene.focusOn("textarea")}#l(){this.scene.talk.open(this.#i).catch(()=>this.scene.refresh())}};function Qr(r,e){let t=`imref-open-${r}`;try{return e!==void 0&&sessionStorage.setItem(t,e?"1":""),sessionStorage.getItem(t)==="1"}catch{return!1}}var ul="(max-width: 480px), (max-height: 480px)",Yt=class{constructor(e){this.changed=e;this.styles=new CSSStyleSheet;this.#e=window.matchMedia(ul);this.#t=()=>{let e=window.visualViewport;e?.scale===1&&this.styles.replaceSync(`:host { --height: ${Math.round(e.height)}px; --top: ${Math.round(e.offsetTop)}px; }`)}}#e;get covers(){return this.#e.matches}watch(){this.#e.addEventListener("change",this.changed),window.visualViewport?.addEventListener("resize",this.#t),window.visualViewport?.addEventListener("scroll",this.#t),this.#t()}leave(){this.#e.removeEventListener("change",this.changed),window.visualViewport?.removeEventListener("resize",this.#t),window.visualViewport?.removeEventListener("scroll",this.#t)}#t},pl="a[href], button, input:not([hidden]), textarea, [tabindex='0']";function Ls(r){let t=[...r.currentTarget.querySelectorAll(pl)].filter(fl),n=r.shiftKey?t[0]:t.at(-1),i=r.shiftKey?t.at(-1):t[0];r.target!==n&&t.includes(r.target)||(r.preventDefault(),i?.focus())}function fl(r){return r.getClientRects().length>0&&!r.closest("[inert]")}var Rs=P`
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
  .fold:hover { text-decoration: underline; text-underline-offset: 0.2em; }
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
  .launcher:hover { transform: translateY(-1px); box-shadow: 0 2px 4px rgb(0 0 0 / 20%), 0 10px 28px rgb(0 0 0 / 22%); }
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
  .head .plain:hover { background: rgb(127 127 127 / 28%); }
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
  .menu button:hover { background: var(--ground); }
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
  .main:hover, .small:hover { filter: brightness(1.08); }
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
  .quiet:hover { color: var(--ink); background: var(--line); }

  .hint { font-size: 0.875em; color: var(--muted); }
  .wrong { color: var(--alarm); }

  .dot {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    border: 1px solid #fff;
    background: #8a9099;
  }
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
  .choice:hover { background: var(--mine); }
`;var js=[Os,Ms,Rs,Ns,Ps];function zs(r,e,t={}){return(r[e]??"").replace(/\{(\w+)\}/g,(i,s)=>String(t[s]??i))}var qs={language:"en",title:"Ask the library",unreachable:"We cannot be reached just now. Please try again in a moment.",again:"Try again",hide:"Close this window"},ml=[qs,{language:"de",title:"Die Bibliothek fragen",unreachable:"Wir sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",again:"Noch einmal versuchen",hide:"Fenster schließen"},{language:"es",title:"Preguntar a la biblioteca",unreachable:"Ahora no se nos puede localizar. Inténtelo de nuevo en un momento.",again:"Intentarlo de nuevo",hide:"Cerrar esta ventana"},{language:"fr",title:"Demander à la bibliothèque",unreachable:"Nous ne sommes pas joignables pour l’instant. Merci de réessayer dans un moment.",again:"Réessayer",hide:"Fermer cette fenêtre"}];function Ds(r){for(let e of r){let t=ml.find(n=>n.language===e.toLowerCase().split("-")[0]);if(t)return t}return qs}var gl=60*1e3,S=class extends W{constructor(){super(...arguments);this.desk="ask";this.heading="";this.color="";this.language="";this.position="end";this.theme="";this.open=!1;this.failed=!1;this.announced="";this.#n=0;this.#i="";this.#s=new CSSStyleSheet;this.#a=new Yt(()=>this.requestUpdate());this.#v=t=>{t.key==="Tab"&&this.#a.covers&&!this.#o&&Ls(t),t.key==="Escape"&&(this.#t?.back()?C(t):this.#o||(C(t),this.hide()))};this.#x=()=>{document.visibilityState==="visible"&&(this.requestUpdate(),this.#p())}}static{this.styles=js}static{this.shadowRootOptions={...W.shadowRootOptions,delegatesFocus:!1}}#e;#t;#r;#n;#i;#s;#a;talkWith(t){return Bi(t)}connectedCallback(){super.connectedCallback(),this.open||=Qr(this.desk),this.#a.watch(),document.addEventListener("visibilitychange",this.#x),this.#n=window.setInterval(this.#x,gl),this.#p()}disconnectedCallback(){super.disconnectedCallback(),this.#a.leave(),document.removeEventListener("visibilitychange",this.#x),window.clearInterval(this.#n),this.#m()}createRenderRoot(){let t=super.createRenderRoot();return t.adoptedStyleSheets.push(this.#s,this.#a.styles),t}willUpdate(t){t.has("color")&&this.#s.replaceSync(Yi(this.color)),t.has("open")&&this.hasUpdated&&Qr(this.desk,this.open)}updated(){if(this.#t?.drawn(),!this.#i)return;let t=this.renderRoot.querySelector(this.#i);this.#i="",t?.focus()}render(){if(!this.known&&!this.failed)return f;let{language:t,direction:n}=this.known??this.#l;return c`<section class="imref ${this.position}" aria-label=${this.#h} lang=${t}
      dir=${n||f}>
      ${this.#c?this.#u():this.#f()}
      <div class="unseen" role="status">${this.announced}</div>
    </section>`}get#o(){return this.position==="inline"}get#c(){return this.open||this.#o}get#d(){let t=this.closest("[lang]")?.lang;return[this.language,t??"",...navigator.languages].filter(n=>n!=="")}get#l(){return{...Ds(this.#d),direction:""}}get#h(){return this.heading||this.known?.title||this.#l.title}#f(){let t=this.#e?.now.unread??0;return ls({title:this.#h,state:this.known?.state??"closed",stateWords:this.known?this.#g(this.known.state):"",unread:t,unreadWords:this.#g("unread",{count:t}),opens:()=>this.show()})}#u(){let t=this.#a.covers&&!this.#o;return c`<div class="window" role=${this.#o?f:"dialog"}
      aria-labelledby=${this.#o?f:"title"} aria-modal=${t?"true":f}
      @keydown=${this.#v}>
      ${cs({title:this.#h,menu:this.#t?.begun?this.#t.menu:void 0,hides:this.#o?void 0:()=>this.hide(),hideWords:this.known?this.#g("hide"):this.#l.hide},this.#t?.standing()??f)}
      ${this.#t?.body()??this.#y()}
    </div>`}#y(){return c`<div class="unreachable">
      <p role="alert">${this.#l.unreachable}</p>
      <button class="main" type="button" @click=${()=>this.#p()}>${this.#l.again}</button>
    </div>`}show(){this.open=!0,this.announced="",this.#i=this.known?"textarea":"button.main",this.#p()}hide(){this.open=!1,this.#i=".launcher"}#v;async#p(){try{let t=await bn(this.constructor.base,this.desk,this.#d);if(!this.isConnected)return;this.known=t,this.failed=!1,this.#t??=this.#b(t)}catch{this.failed=!0}}#b(t){let n=this.talkWith(t);return this.#e=n,this.#r=n.subscribe(()=>this.#k()),new Kt(this.#w(n))}#m(){this.#r?.(),this.#e?.close(),this.#e=this.#t=this.#r=void 0}#w(t){let n=()=>this.known;return{get desk(){return n()},talk:t,say:(i,s)=>this.#g(i,s),announce:i=>{this.announced=i},focusOn:i=>{this.#i=i,this.requestUpdate()},refresh:()=>this.requestUpdate()}}#g(t,n={}){return zs(this.known?.words??{},t,n)}#k(){let t=this.#e?.now.unread??0;!this.#c&&t>0&&(this.announced=this.#g("unread",{count:t})),this.requestUpdate()}#x};R([N()],S.prototype,"desk",2),R([N()],S.prototype,"heading",2),R([N()],S.prototype,"color",2),R([N()],S.prototype,"language",2),R([N()],S.prototype,"position",2),R([N()],S.prototype,"theme",2),R([N({type:Boolean,reflect:!0})],S.prototype,"open",2),R([Ye()],S.prototype,"known",2),R([Ye()],S.prototype,"failed",2),R([Ye()],S.prototype,"announced",2);var Jt="imref-ask",Us=new URL(import.meta.url);function yl(){return[...document.querySelectorAll("script[src]")].find(e=>e.src===Us.href)}function vl(r){let e=document.createElement(Jt);for(let{name:t,value:n}of r.attributes)t.startsWith("data-")&&e.setAttribute(bl(t),n);document.body.append(e)}function bl(r){return r==="data-title"?"heading":r.slice(5)}S.base=Us;customElements.get(Jt)||customElements.define(Jt,S);var Is=yl();Is?.dataset.desk&&!document.querySelector(Jt)&&vl(Is);
